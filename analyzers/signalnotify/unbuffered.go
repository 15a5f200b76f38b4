package signalnotify

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var unbuffered = &gracelint.Rule{
	ID:       "signalnotify/unbuffered",
	Summary:  "signals are sent to a channel that has no buffer",
	Why:      "Package os/signal does not wait for a receiver: a signal that comes while nobody receives is dropped, and Kubernetes sends SIGTERM once. Measured: a SIGTERM that came while main was still starting was lost, and SIGKILL was needed.",
	Advice:   "Give the channel a buffer: make(chan os.Signal, 1).",
	Severity: gracelint.Warning,
}

func reportUnbuffered(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	result.ReportVerdict(pass, v, lifecycle.Finding{
		Rule:    unbuffered,
		Message: fmt.Sprintf("the channel that is registered for signals%s has no buffer: a SIGTERM that comes while nobody receives is dropped, and the program runs on until SIGKILL", v.In()),
		Advice:  "make it with a buffer: make(chan os.Signal, 1)",
		Fix:     withBuffer(result, v),
	})
}

// withBuffer gives a buffer to each channel that may be the one that is registered.
func withBuffer(result *lifecycle.Result, v *lifecycle.Verdict) *lifecycle.Fix {
	for _, r := range result.Registrations {
		if r.Call != v.At || len(r.Makes) == 0 {
			continue
		}
		fix := &lifecycle.Fix{Message: "Give the channel a buffer", Safe: true}
		for _, made := range r.Makes {
			fix.Edits = append(fix.Edits, analysis.TextEdit{Pos: made.Args[0].End(), End: made.Rparen, NewText: []byte(", 1")})
		}
		return fix
	}
	return nil
}
