package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var cancelledRequests = &gracelint.Rule{
	ID:       "serverclose/cancelled-requests",
	Summary:  "requests get a context that SIGTERM ends, and so are cancelled during the drain",
	Why:      "BaseContext and ConnContext make the context of every request. When the signal ends that context, the requests in flight are cancelled at once. Shutdown still waits for them, and so they are answered, but with an error. Measured: five of five requests got status 500.",
	Advice:   "Give requests a context of their own, or context.WithoutCancel(ctx), and cancel what still runs when Shutdown has returned.",
	Severity: gracelint.Warning,
}

func reportCancelledRequests(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    cancelledRequests,
		Message: fmt.Sprintf("%s%s gives requests a context that is ended before the server is shut down: requests in flight are cancelled at SIGTERM although Shutdown waits for them", v.What, v.In()),
		Advice:  "return context.WithoutCancel of it, or a context that is cancelled once Shutdown has returned",
	})
}
