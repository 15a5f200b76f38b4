package signalnotify

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var ignored = &gracelint.Rule{
	ID:       "signalnotify/ignored",
	Summary:  "the program ignores SIGTERM",
	Why:      "A signal that is ignored does nothing: the program serves on until the grace period is over, and SIGKILL then cuts every open request. Measured: SIGKILL was needed, with nothing drained before it.",
	Advice:   "Take SIGTERM out of signal.Ignore, catch it, and shut down when it comes.",
	Severity: gracelint.Error,
}

func reportIgnored(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    ignored,
		Message: fmt.Sprintf("the program ignores SIGTERM%s, so it serves on until SIGKILL comes and cuts requests in flight", v.In()),
		Advice:  "catch SIGTERM with signal.NotifyContext instead and shut down when it comes",
		Fault:   v.Program.Fault(),
	})
}
