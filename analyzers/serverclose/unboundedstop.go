package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var unboundedStop = &gracelint.Rule{
	ID:       "serverclose/unbounded-stop",
	Summary:  "nothing limits the time that a graceful stop may take",
	Why:      "GracefulStop waits for the last stream, and a client that watches the health service keeps one open for ever; Shutdown with a context that nothing ends waits as long for a request that hangs. When the grace period is over, SIGKILL comes, and no deferred call runs. Measured with one open health Watch: SIGKILL was needed.",
	Advice:   "Limit it: call Stop from a timer beside GracefulStop, or give Shutdown a context with a timeout below the grace period.",
	Severity: gracelint.Warning,
}

func reportUnboundedStop(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    unboundedStop,
		Message: fmt.Sprintf("nothing limits this %s%s: one stream or request that stays open holds it until SIGKILL comes, and no deferred call runs", v.What, v.In()),
		Advice:  limitAdvice(v),
	})
}

func limitAdvice(v *lifecycle.Verdict) string {
	if v.What == "GracefulStop" {
		return "limit it: timer := time.AfterFunc(10*time.Second, srv.Stop); defer timer.Stop()"
	}
	return "give it a limit of its own, such as context.WithTimeout(context.Background(), 10*time.Second)"
}
