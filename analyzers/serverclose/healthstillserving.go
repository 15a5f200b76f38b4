package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var healthStillServing = &gracelint.Rule{
	ID:       "serverclose/health-still-serving",
	Summary:  "a gRPC server drains while its health service still says SERVING",
	Why:      "Clients and load balancers that watch the health service go on sending requests to a server that has begun to stop, and each of these requests fails. Measured: a watching client was told nothing before its stream was cut.",
	Advice:   "Call Shutdown of the health.Server before GracefulStop.",
	Severity: gracelint.Warning,
	Strict:   true,
}

func reportHealthStillServing(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    healthStillServing,
		Message: fmt.Sprintf("%s%s begins while the health service still says SERVING, so clients that watch it send requests to a server that refuses them", v.What, v.In()),
		Advice:  "call Shutdown of the health.Server first",
	})
}
