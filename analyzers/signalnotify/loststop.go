package signalnotify

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var lostStop = &gracelint.Rule{
	ID:       "signalnotify/lost-stop",
	Summary:  "the stop function of signal.NotifyContext is dropped",
	Why:      "Until that function is called, the program goes on catching the signals. The first one ends the context, and any later one does nothing. Measured: with a request that hung, a second SIGINT (Ctrl-C) did not end the shutdown, and SIGKILL was needed.",
	Advice:   "Keep it, and call it as soon as the context is done, so that a second signal ends the process.",
	Severity: gracelint.Warning,
	Strict:   true,
}

func reportLostStop(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    lostStop,
		Message: "the stop function of signal.NotifyContext is dropped here, so the signals stay caught: a second one cannot end a shutdown that hangs",
		Advice:  "keep it, and call it as soon as the context is done",
	})
}
