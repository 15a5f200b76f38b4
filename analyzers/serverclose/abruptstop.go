package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var abruptStop = &gracelint.Rule{
	ID:       "serverclose/abrupt-stop",
	Summary:  "on SIGTERM the server is stopped only by Close or Stop, which cut open requests",
	Why:      "Close of an http.Server and Stop of a grpc.Server close every connection at once, whatever is being answered. Measured: every request in flight was lost.",
	Advice:   "Call Shutdown or GracefulStop first, with a time limit, and Close or Stop only when that fails.",
	Severity: gracelint.Warning,
}

func reportAbruptStop(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	if v.Program.Term == lifecycle.TermUnheard {
		return // nothing is called on SIGTERM
	}
	graceful := v.Server.Methods[0]
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    abruptStop,
		Strict:  v.Server.Side,
		Message: fmt.Sprintf("%s%s is all that stops this %s, and cuts its requests in flight", v.What, v.In(), v.Server.Name),
		Advice:  fmt.Sprintf("call %s first, with a time limit, and %s only when that fails", graceful, v.What),
		Fault:   v.Program.Fault(),
	})
}
