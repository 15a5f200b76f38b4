package serverclose

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"
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
	if derivation := derivedLater(pass, stop); derivation != nil {
		parent := types.ExprString(derivation.Args[0])
		result.Report(pass, lifecycle.Finding{
			Rule: deadContext, Range: stop.Call,
			Message: fmt.Sprintf("%s gets %s, which line %d derives from %s, done since line %d: it gives up at once and %s", stop.Method, name, lifecycle.Position(pass.Fset, derivation.Pos()).Line, parent, lifecycle.Position(pass.Fset, stop.Since).Line, consequence),
			Advice:  fmt.Sprintf("derive it from context.WithoutCancel(%s) there", parent),
			Related: []lifecycle.Related{{Pos: derivation.Pos(), Message: "the context is derived here"}},
			Fix: &lifecycle.Fix{Message: "Derive it from context.WithoutCancel", Edits: []analysis.TextEdit{
				{Pos: derivation.Args[0].Pos(), End: derivation.Args[0].Pos(), NewText: []byte("context.WithoutCancel(")},
				{Pos: derivation.Args[0].End(), End: derivation.Args[0].End(), NewText: []byte(")")},
			}},
		})
		return
	}
	result.Report(pass, lifecycle.Finding{
		Rule: deadContext, Range: stop.Call,
		Message: fmt.Sprintf("%s gets %s, which has been done since line %d: it gives up at once and %s", stop.Method, name, lifecycle.Position(pass.Fset, stop.Since).Line, consequence),
		Advice:  fmt.Sprintf("give it time of its own: shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(%s), 10*time.Second)", name),
		Related: []lifecycle.Related{{Pos: stop.Since, Message: "the context is done once this has run"}},
		Fix:     ownTime(pass, stop, name),
	})
}

// derivedLater returns the call that derives the stop's context from one that was done by then, when the statement that
// makes the context is such a call, else nil.
func derivedLater(pass *analysis.Pass, stop lifecycle.DeadStop) *ast.CallExpr {
	ident, ok := stop.Context.(*ast.Ident)
	if !ok || pass.TypesInfo.ObjectOf(ident) == nil {
		return nil
	}
	made := pass.TypesInfo.ObjectOf(ident).Pos()
	if made < stop.Since || made > stop.Call.Pos() {
		return nil
	}
	assign, ok := lifecycle.StatementAt(pass, made).(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 {
		return nil
	}
	call, ok := assign.Rhs[0].(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil
	}
	fn := typeutil.StaticCallee(pass.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "context" {
		return nil
	}
	if qualified, ok := call.Fun.(*ast.SelectorExpr); !ok || types.ExprString(qualified.X) != "context" {
		return nil // the fix would need another name
	}
	return call
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
