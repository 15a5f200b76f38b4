package signalnotify

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var neverReceived = &gracelint.Rule{
	ID:       "signalnotify/never-received",
	Summary:  "SIGTERM is caught by a channel or a context that nothing ever waits for",
	Why:      "Once a program has registered for SIGTERM, the signal does not end it any more. When nothing receives it either, it does nothing at all: the program serves on until SIGKILL. Measured: SIGKILL was needed.",
	Advice:   "Receive from the channel, or wait for the context, and shut down then.",
	Severity: gracelint.Error,
}

func reportNeverReceived(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    neverReceived,
		Message: fmt.Sprintf("SIGTERM is caught here%s and nothing ever receives it, so it does nothing: the program serves on until SIGKILL comes and cuts requests in flight", v.In()),
		Advice:  "receive it, and shut the server down then",
		Fault:   v.Program.Fault(),
	})
}
