package signalnotify

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var catchAll = &gracelint.Rule{
	ID:       "signalnotify/catch-all",
	Summary:  "a server that stops on every signal, because none is named",
	Why:      "When no signal is named, signal.Notify and signal.NotifyContext mean all of them. One comes from Go's own runtime: it sends SIGURG to its process to interrupt goroutines that keep a processor busy. Measured: under load, the server stopped although nobody had sent a signal. So did five of five real ones.",
	Advice:   "Name the signals that ask for a stop: os.Interrupt and syscall.SIGTERM.",
	Severity: gracelint.Error,
}

func reportCatchAll(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    catchAll,
		Message: fmt.Sprintf("no signal is named%s, so the program stops on every one: %s, which %s, ends it although nobody has asked it to", v.In(), v.What, comes[v.What]),
		Advice:  "name the signals that ask for a stop: os.Interrupt, syscall.SIGTERM",
	})
}
