package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var notAwaited = &gracelint.Rule{
	ID:       "serverclose/not-awaited",
	Summary:  "the program ends while the graceful stop still runs",
	Why:      "ListenAndServe and Serve of an http.Server return as soon as Shutdown begins, not when it is done. A main that returns then ends the process in the middle of the drain, with status 0. Measured: every request in flight was lost.",
	Advice:   "Let main wait for the stop: close a channel when Shutdown has returned and receive from that channel in main, or use a WaitGroup or an errgroup.",
	Severity: gracelint.Error,
}

func reportNotAwaited(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	because := "the call that serves returns as soon as it begins"
	if v.Server.Waits {
		because = "nor for the call that serves, which would return when it is done"
	}
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    notAwaited,
		Strict:  v.Server.Side,
		Message: fmt.Sprintf("nothing waits for this %s%s: %s, so the program ends while it still runs, and requests in flight are cut", v.What, v.In(), because),
		Advice:  fmt.Sprintf("wait for it before main returns, such as by a channel that is closed when %s has returned", v.What),
	})
}
