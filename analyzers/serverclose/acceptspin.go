package serverclose

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var acceptSpin = &gracelint.Rule{
	ID:       "serverclose/accept-spin",
	Summary:  "an accept loop goes on after every error",
	Why:      "Accept of a listener that is closed fails at once, each time. A loop that continues on every error then spins for ever. It spins in the same way when file descriptors run out. Measured: 6 million failed accepts a second, and a program that did not end, so that SIGKILL was needed.",
	Advice:   "Leave the loop when errors.Is(err, net.ErrClosed), and wait a moment after any other error.",
	Severity: gracelint.Warning,
}

func reportAcceptSpin(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	message := "the loop around %s goes on after every error: once the listener is closed, as at SIGTERM, it never ends and keeps a processor busy"
	if v.Strict {
		message = "the loop around %s goes on after every error: when file descriptors run out, it keeps a processor busy"
	}
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    acceptSpin,
		Message: fmt.Sprintf(message, v.What),
		Advice:  "leave it when errors.Is(err, net.ErrClosed), and wait a moment after any other error",
	})
}
