package serverclose

import (
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var unstoppable = &gracelint.Rule{
	ID:       "serverclose/unstoppable",
	Summary:  "a server is started in a way that leaves no handle to stop it with",
	Why:      "http.ListenAndServe and its kin, and Run of a gin engine, make a server that nobody else can reach: nothing can let its requests finish, so all of them are cut whenever the process ends.",
	Advice:   "Start a server value of your own (an http.Server with the same handler) and call its Shutdown when SIGTERM has come.",
	Severity: gracelint.Error,
}

func reportUnstoppable(pass *analysis.Pass, result *lifecycle.Result, s lifecycle.Server) {
	result.ReportServer(pass, &s, lifecycle.Finding{
		Rule:    unstoppable,
		Strict:  s.Side,
		Message: s.Name + s.In(result.Program) + " leaves no handle to stop the server with, so every request in flight is cut when Kubernetes stops the pod",
		Advice:  onSignal(result.Program) + s.Instead,
		Fault:   result.Program.Fault(),
	})
}
