package signalnotify

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var ored = &gracelint.Rule{
	ID:       "signalnotify/ored",
	Summary:  "signals combined by a bitwise or, which makes a single signal of them",
	Why:      "Signals are plain numbers, not bits: syscall.SIGINT|syscall.SIGTERM is 15, which is SIGTERM alone, and SIGTERM|SIGTSTP is 31, which on Linux is SIGSYS. The signals that the number does not stand for are not caught, and each of them ends the process at once. Measured: every request in flight was lost.",
	Advice:   "Name the signals one by one, with commas between them.",
	Severity: gracelint.Error,
}

func reportOred(pass *analysis.Pass, result *lifecycle.Result) {
	for _, o := range result.Ored {
		var names []string
		for _, sig := range o.Lost() {
			names = append(names, sig.Name)
		}
		if len(names) == 0 {
			continue // one signal, named twice
		}
		result.Report(pass, lifecycle.Finding{
			Rule: ored, Range: o.Expr,
			Message: fmt.Sprintf("%s is a single signal, number %d: it does not catch %s, which ends the process at once", types.ExprString(o.Expr), o.Number, strings.Join(names, " or ")),
			Advice:  "name the signals one by one, with commas between them",
			Fix:     oneByOne(o),
		})
	}
}

// oneByOne puts commas between the signals, where there may be several.
func oneByOne(o lifecycle.Ored) *lifecycle.Fix {
	for _, elem := range o.List {
		if elem.Pos() <= o.Expr.Pos() && o.Expr.End() <= elem.End() {
			var names []string
			for _, sig := range o.Signals {
				names = append(names, sig.Name)
			}
			return &lifecycle.Fix{Message: "Name the signals one by one", Safe: true, Edits: []analysis.TextEdit{{
				Pos: elem.Pos(), End: elem.End(), NewText: []byte(strings.Join(names, ", ")),
			}}}
		}
	}
	return nil
}
