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

func reportMissingSigterm(pass *analysis.Pass, result *lifecycle.Result, v *lifecycle.Verdict) {
	f := lifecycle.Finding{
		Rule:    missingSigterm,
		Message: fmt.Sprintf("SIGINT is caught here%s and SIGTERM, which is what Kubernetes sends, nowhere: the process dies at once, and what it does on SIGINT is never done", v.In()),
		Advice:  "register syscall.SIGTERM beside it",
		Strict:  v.Program.SideOnly(),
	}
	if r, sig := interruptOf(result, v.At); r != nil && v.Elsewhere == nil {
		f.Message, f.Fix = missingSigtermMessage(sig), besideIt(pass, r, sig)
		f.Strict = f.Strict || v.Strict
		f.Range = sig.Expr
		result.Report(pass, f)
		return
	}
	result.ReportVerdict(pass, v, f)
}

// reportMissingSigtermInTool is strict: Kubernetes hardly runs a program without a server.
func reportMissingSigtermInTool(pass *analysis.Pass, result *lifecycle.Result) {
	if result.Term != lifecycle.TermIntOnly {
		return
	}
	if r, sig := interruptOf(result, nil); r != nil {
		result.Report(pass, lifecycle.Finding{
			Rule: missingSigterm, Range: sig.Expr, Strict: true,
			Message: missingSigtermMessage(sig), Advice: "register syscall.SIGTERM beside it", Fix: besideIt(pass, r, sig),
		})
	}
}

func missingSigtermMessage(sig *lifecycle.Signal) string {
	return fmt.Sprintf("%[1]s is caught here and SIGTERM, which is what Kubernetes sends, nowhere: the process dies at once, and what it does on %[1]s is never done", sig.Name)
}

// interruptOf returns where the package catches SIGINT, by a certain call if there is one, or nil.
func interruptOf(result *lifecycle.Result, by analysis.Range) (*lifecycle.Registration, *lifecycle.Signal) {
	for i := range result.Registrations {
		r := &result.Registrations[i]
		for j := range r.Signals {
			if r.Catches && r.Signals[j].Number == lifecycle.SIGINT && (by == nil || by.Pos() == r.Call.Pos()) {
				return r, &r.Signals[j]
			}
		}
	}
	return nil, nil
}

// besideIt puts SIGTERM beside the signal, where that stands in the call or in a list.
func besideIt(pass *analysis.Pass, r *lifecycle.Registration, sig *lifecycle.Signal) *lifecycle.Fix {
	edits := addSigterm(pass, analysis.TextEdit{Pos: sig.Expr.End(), End: sig.Expr.End(), NewText: []byte(", syscall.SIGTERM")})
	if edits == nil || sig.List == nil && !slices.Contains(r.Call.Args, sig.Expr) {
		return nil
	}
	return &lifecycle.Fix{Message: "Add syscall.SIGTERM", Safe: takesOne(pass, r), Edits: edits}
}
