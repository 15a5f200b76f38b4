package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var unreachableStop = &gracelint.Rule{
	ID:       "serverclose/unreachable-stop",
	Summary:  "a graceful stop that runs only when serving has already ended",
	Why:      "ListenAndServe and its kin return only when the server has been stopped or has failed. A Shutdown below such a call, or deferred in the function that makes it, is not reached when SIGTERM comes. Measured: the signal was caught, nothing stopped the server, and SIGKILL was needed.",
	Advice:   "Call ListenAndServe and its kin in a goroutine, and Shutdown where the signal is received.",
	Severity: gracelint.Error,
}

func reportUnreachableStop(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    unreachableStop,
		Strict:  v.Server.Side,
		Message: fmt.Sprintf("%s%s runs only when serving has already ended, since the call that serves blocks before it: it is not reached when SIGTERM comes, and requests in flight are cut", v.What, v.In()),
		Advice:  "serve in a goroutine, and stop the server where the signal is received",
		Fault:   v.Program.Fault(),
	})
}
