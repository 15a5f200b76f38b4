package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var blockingGo = &gracelint.Rule{
	ID:       "serverclose/blocking-go",
	Summary:  "a call that serves is an argument of a go statement, and so blocks its caller",
	Why:      "The function and the arguments of a go statement are evaluated before the goroutine starts, so go log.Fatal(srv.ListenAndServe()) serves in the goroutine of its caller, not in a new one. What stands below, such as the call of Shutdown, is not reached while the server runs. Measured: the signal was caught, nothing stopped the server, and SIGKILL was needed.",
	Advice:   "Call ListenAndServe and its kin in a function literal: go func() { log.Fatal(srv.ListenAndServe()) }(), and let http.ErrServerClosed pass there.",
	Severity: gracelint.Error,
}

func reportBlockingGo(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	finding := lifecycle.Finding{
		Rule:    blockingGo,
		Message: fmt.Sprintf("%s blocks here and not in a goroutine, since the arguments of a go statement are evaluated first: nothing below runs while it serves, so nothing there stops the server when SIGTERM comes", v.What),
		Advice:  "call it in a function literal: go func() { … }()",
	}
	if v.Program != nil {
		finding.Fault = v.Program.Fault()
	}
	result.ReportVerdict(pass, v, finding)
}
