package signalnotify

import (
	"fmt"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var missingSigterm = &gracelint.Rule{
	ID:       "signalnotify/missing-sigterm",
	Summary:  "a server that is stopped on SIGINT (Ctrl-C), and not on SIGTERM",
	Why:      "Kubernetes sends SIGTERM, not SIGINT: the graceful shutdown that works at the developer's terminal never runs in the cluster. A program that caught os.Interrupt alone died at once by SIGTERM, and the request in flight was lost.",
	Advice:   "Register syscall.SIGTERM beside os.Interrupt.",
	Severity: gracelint.Error,
}

// reportMissingSigterm is strict for a program without a server: a tool that Kubernetes hardly runs.
func reportMissingSigterm(pass *analysis.Pass, result *lifecycle.Result) {
	if result.Term != lifecycle.TermIntOnly {
		return
	}
	for _, r := range result.Registrations {
		for _, sig := range r.Signals {
			if !r.Catches || sig.Number != lifecycle.SIGINT {
				continue
			}
			f := lifecycle.Finding{
				Rule: missingSigterm, Range: sig.Expr,
				Strict:  result.Program == nil || result.Program.SideOnly(),
				Message: fmt.Sprintf("%[1]s is caught here and SIGTERM, which is what Kubernetes sends, nowhere: the process dies at once, and what it does on %[1]s is never done", sig.Name),
				Advice:  "register syscall.SIGTERM beside it",
			}
			if edits := addSigterm(pass, analysis.TextEdit{Pos: sig.Expr.End(), End: sig.Expr.End(), NewText: []byte(", syscall.SIGTERM")}); edits != nil && (sig.List != nil || slices.Contains(r.Call.Args, sig.Expr)) {
				f.Fix = &lifecycle.Fix{Message: "Add syscall.SIGTERM", Safe: true, Edits: edits}
			}
			result.Report(pass, f)
			return // one fault: nothing catches SIGTERM
		}
	}
}
