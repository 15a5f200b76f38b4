package signalnotify

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var tooLate = &gracelint.Rule{
	ID:       "signalnotify/too-late",
	Summary:  "the program registers for SIGTERM below a call that blocks while it serves",
	Why:      "ListenAndServe and its kin return only when serving is over. A signal.Notify below such a call is not reached while the program serves, so SIGTERM ends the process at once. Measured: every request in flight was lost.",
	Advice:   "Register for SIGTERM first, and call ListenAndServe and its kin in a goroutine.",
	Severity: gracelint.Error,
}

func reportTooLate(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    tooLate,
		Message: fmt.Sprintf("the program registers for SIGTERM only here%s, below a call that blocks while it serves: until that returns, SIGTERM ends the process at once and requests in flight are lost", v.In()),
		Advice:  "register before that call, and serve in a goroutine",
		Fault:   v.Program.Fault(),
	})
}
