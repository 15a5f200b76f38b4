package signalnotify

import (
	"fmt"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var stopsOnNoise = &gracelint.Rule{
	ID:       "signalnotify/stops-on-noise",
	Summary:  "a server that stops on SIGPIPE, SIGCHLD, SIGURG or SIGWINCH",
	Why:      "These come without anybody asking for a stop: SIGPIPE when a client hangs up (which Go lets pass, unless it is registered for), SIGCHLD when a child process ends, SIGURG from Go's own runtime, SIGWINCH when a terminal changes its size. Measured: a client that hung up ended the server, although nobody had sent a signal.",
	Advice:   "Take the signal out of those on which the program stops.",
	Severity: gracelint.Error,
}

// comes says of each signal when it comes.
var comes = map[string]string{
	"SIGURG":   "Go's own runtime sends under load",
	"SIGPIPE":  "comes when a client hangs up",
	"SIGCHLD":  "comes when a child process ends",
	"SIGWINCH": "comes when a terminal changes its size",
}

func reportStopsOnNoise(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    stopsOnNoise,
		Message: fmt.Sprintf("%s, which %s, is among the signals on which the program stops%s, so the program ends although nobody has asked it to", v.What, comes[v.What], v.In()),
		Advice:  "take it out",
		Fix:     withoutNoise(pass, result, v),
	})
}

// withoutNoise takes the signal out where another one stays: without a signal, every one is meant.
func withoutNoise(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) *lifecycle.Fix {
	for _, r := range result.Registrations {
		for _, sig := range r.Signals {
			if sig.Expr == v.At && slices.ContainsFunc(r.Signals, asksForStop) {
				return takeOut(pass, &r, sig)
			}
		}
	}
	return nil
}

func asksForStop(sig lifecycle.Signal) bool {
	return sig.Number == lifecycle.SIGINT || sig.Number == lifecycle.SIGTERM
}
