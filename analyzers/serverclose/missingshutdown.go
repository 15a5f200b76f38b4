package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var missingShutdown = &gracelint.Rule{
	ID:       "serverclose/missing-shutdown",
	Summary:  "a server that the program starts is never stopped gracefully",
	Why:      "A server stops accepting and lets its open requests finish only when its Shutdown or GracefulStop is called. When main returns, or the signal ends the process, before that, the requests in flight are cut.",
	Advice:   "Call the server's graceful stop when SIGTERM has come, with a time limit below the pod's grace period, and let main wait for it.",
	Severity: gracelint.Error,
}

func reportMissingShutdown(pass *analysis.Pass, result *lifecycle.Result, s lifecycle.Server) {
	stop, when := s.Methods[0], "when SIGTERM has come"
	if onSignal(result.Program) != "" {
		when = "then"
	}
	result.ReportServer(pass, &s, lifecycle.Finding{
		Rule:    missingShutdown,
		Strict:  s.Side,
		Message: fmt.Sprintf("nothing ever calls %s on this %s%s, so its requests in flight are cut when Kubernetes stops the pod", stop, s.Name, s.In(result.Program)),
		Advice:  fmt.Sprintf("%scall its %s %s, and return from main only after that", onSignal(result.Program), stop, when),
		Fault:   result.Program.Fault(),
	})
}
