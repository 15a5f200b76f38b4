package signalnotify

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var uncatchable = &gracelint.Rule{
	ID:       "signalnotify/uncatchable",
	Summary:  "SIGKILL or SIGSTOP among the signals to catch",
	Why:      "The kernel delivers SIGKILL (os.Kill) and SIGSTOP to no handler, so naming them does nothing. A program that names os.Kill where it means the signal that Kubernetes sends does not catch SIGTERM: it dies at once and the requests in flight are lost.",
	Advice:   "Take the signal out, and see that syscall.SIGTERM is caught.",
	Severity: gracelint.Error,
}

func reportUncatchable(pass *analysis.Pass, result *lifecycle.Result) {
	var seen []ast.Expr // one slice may be given to several calls
	for _, r := range result.Registrations {
		for _, sig := range r.Signals {
			if !sig.Uncatchable || slices.Contains(seen, sig.Expr) {
				continue
			}
			seen = append(seen, sig.Expr)
			f := lifecycle.Finding{
				Rule: uncatchable, Range: sig.Expr,
				Severity: gracelint.Warning,
				Message:  fmt.Sprintf("%s can be neither caught nor ignored, so naming it here does nothing", sig.Name),
				Advice:   "take it out",
			}
			if r.Catches && result.Term == lifecycle.TermReplaced {
				f.Severity = gracelint.Error
				f.Message = fmt.Sprintf("%s can never be caught, and SIGTERM, which is what Kubernetes sends, is not: %s dies at once and what it was doing is lost", sig.Name, whatDies(pass))
				f.Advice = "catch syscall.SIGTERM in its place"
				f.Fix = replaceBySigterm(pass, &r, sig)
			} else {
				f.Fix = takeOut(pass, &r, sig)
			}
			result.Report(pass, f)
		}
	}
}

func whatDies(pass *analysis.Pass) string {
	if pass.Pkg.Name() == "main" {
		return "the process"
	}
	return "a program that relies on this"
}

func replaceBySigterm(pass *analysis.Pass, r *lifecycle.Registration, sig lifecycle.Signal) *lifecycle.Fix {
	edits := addSigterm(pass, analysis.TextEdit{Pos: sig.Expr.Pos(), End: sig.Expr.End(), NewText: []byte("syscall.SIGTERM")})
	if edits == nil || !strings.HasPrefix(sig.Name, "syscall.") && lifecycle.IsOnlyUse(pass, sig.Expr) {
		return nil
	}
	return &lifecycle.Fix{Message: "Replace " + sig.Name + " by syscall.SIGTERM", Safe: takesOne(pass, r), Edits: edits}
}

// takeOut removes the signal from the arguments or the slice that it stands in, unless it is alone there: Notify
// without a signal means all of them.
func takeOut(pass *analysis.Pass, r *lifecycle.Registration, sig lifecycle.Signal) *lifecycle.Fix {
	siblings := r.Call.Args
	if sig.List != nil {
		siblings = sig.List.Elts
	}
	i := slices.Index(siblings, sig.Expr)
	if i < 0 || len(r.Signals) < 2 || lifecycle.IsOnlyUse(pass, sig.Expr) {
		return nil
	}
	var from, to token.Pos
	switch {
	case i > 0:
		from, to = siblings[i-1].End(), sig.Expr.End()
	case len(siblings) > 1:
		from, to = sig.Expr.Pos(), siblings[1].Pos()
	default:
		return nil
	}
	return &lifecycle.Fix{Message: "Take out " + sig.Name, Safe: true, Edits: []analysis.TextEdit{{Pos: from, End: to}}}
}
