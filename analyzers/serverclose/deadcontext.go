package serverclose

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
)

var deadContext = &gracelint.Rule{
	ID:       "serverclose/dead-context",
	Summary:  "a graceful stop gets a context that is already done",
	Why:      "Shutdown waits for open requests until its context is done. The context that the signal ends is done already, and so is everything derived from it: Shutdown returns \"context canceled\" at once and the process exits with status 0 while requests are open.",
	Advice:   "Give the stop time of its own: context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second).",
	Severity: gracelint.Error,
}

func reportDeadContext(pass *analysis.Pass, result *lifecycle.Result, stop lifecycle.DeadStop) {
	name := types.ExprString(stop.Context)
	consequence := "open requests are cut"
	if stop.Flushes {
		consequence = "what it still holds is lost"
	}
	result.Report(pass, lifecycle.Finding{
		Rule: deadContext, Range: stop.Call,
		Message: fmt.Sprintf("%s gets %s, which has been done since line %d: it gives up at once and %s", stop.Method, name, lifecycle.Position(pass.Fset, stop.Since).Line, consequence),
		Advice:  fmt.Sprintf("give it time of its own: shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(%s), 10*time.Second)", name),
		Related: []lifecycle.Related{{Pos: stop.Since, Message: "the context is done once this has run"}},
		Fix:     ownTime(pass, stop, name),
	})
}

// ownTime makes a context for the stop alone. It is not safe: how long the stop may take is for its author to say.
func ownTime(pass *analysis.Pass, stop lifecycle.DeadStop, name string) *lifecycle.Fix {
	if _, ok := stop.Context.(*ast.Ident); !ok {
		return nil // the expression would be evaluated elsewhere, or is long
	}
	var edits []analysis.TextEdit
	for _, path := range []string{"context", "time"} {
		imports, ok := lifecycle.Import(pass, stop.Call.Pos(), path, path)
		if !ok {
			return nil
		}
		edits = append(edits, imports...)
	}
	at := lifecycle.StatementAt(pass, stop.Call.Pos())
	if at == nil {
		return nil
	}
	indent := "\n" + strings.Repeat("\t", max(0, lifecycle.Position(pass.Fset, at.Pos()).Column-1))
	return &lifecycle.Fix{
		Message: "Give " + stop.Method + " 10 seconds of its own",
		Edits: append(edits,
			analysis.TextEdit{Pos: at.Pos(), End: at.Pos(), NewText: []byte("shutdownCtx, cancelShutdown := context.WithTimeout(context.WithoutCancel(" + name + "), 10*time.Second)" + indent + "defer cancelShutdown()" + indent)},
			analysis.TextEdit{Pos: stop.Context.Pos(), End: stop.Context.End(), NewText: []byte("shutdownCtx")},
		),
	}
}
