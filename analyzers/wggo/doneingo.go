package wggo

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

var doneInGo = &gracelint.Rule{
	ID:       "wggo/done-in-go",
	Summary:  "a function that WaitGroup.Go runs calls Done, which Go does itself",
	Why:      "WaitGroup.Go calls Add before the function and Done after it. One more Done takes a second one from the counter. When a connection ends that is the only one open, the counter falls below zero and the program panics. When many are open, Wait returns once half of them have finished. Measured with 100 requests open at SIGTERM: 50 were answered.",
	Advice:   "Take out the call of Done.",
	Severity: gracelint.Error,
}

// reportDoneInGo reports
//
//	wg.Go(func() {
//		defer wg.Done() // WRONG: Go calls Done when the function returns; RIGHT: no Done
//		handle(conn)
//	})
//
// unless an Add makes up for it.
func reportDoneInGo(g *groups, result *lifecycle.Result) {
	seen := map[ast.Node]bool{}
	for _, s := range g.starts {
		if s.group == nil || s.fn == nil || g.counts(s, s.group) {
			continue
		}
		madeUp := slices.ContainsFunc(g.callsBy(s.fn, s.group, "Add", nil), func(add inspector.Cursor) bool { return !g.isSpent(add, s) })
		dones := g.callsBy(s.fn, s.group, "Done", nil)
		if madeUp || len(dones) == 0 || seen[dones[0].Node()] {
			continue
		}
		seen[dones[0].Node()] = true
		name := types.ExprString(dones[0].Node().(*ast.CallExpr).Fun)
		result.Report(g.pass, lifecycle.Finding{
			Rule: doneInGo, Range: dones[0].Node(),
			Message: name + " runs in a function that " + s.group.Name() + ".Go started, and Go calls Done itself: the program panics, or Wait returns while half of the work still runs",
			Advice:  "take out " + name + "()",
			Related: []lifecycle.Related{{Pos: s.at.Node().Pos(), Message: "this Go calls Done when the function returns"}},
			Fix:     g.withoutDones(s.fn, dones),
		})
	}
}

// callsBy returns the calls of the group's method that running fn leads to: its own, and those of what it calls.
func (g *groups) callsBy(fn ast.Node, group *types.Var, method string, callers []ast.Node) []inspector.Cursor {
	if slices.Contains(callers, fn) {
		return nil
	}
	calls := slices.DeleteFunc(slices.Clone(g.calls(group, method)), func(c inspector.Cursor) bool { return owner(c) != fn })
	own(body(fn), func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		callee := g.function(call.Fun)
		if callee == nil || callee == ast.Unparen(call.Fun) { // a literal called on the spot is part of this function
			return
		}
		inner := group
		for i, arg := range call.Args {
			if param := g.parameter(call, i); param != nil && g.given(arg) == group {
				inner = param
			}
		}
		calls = append(calls, g.callsBy(callee, inner, method, append(callers, fn))...)
	})
	return calls
}

// withoutDones returns the fix that takes out the calls, or nil where they are not all of the function's own
// statements, or it is run in another way too. It is not safe: Wait then waits for goroutines that it left behind, and
// one of those may wait for what comes after Wait.
func (g *groups) withoutDones(fn ast.Node, dones []inspector.Cursor) *lifecycle.Fix {
	if !g.isOnlyStarted(fn) || slices.ContainsFunc(g.starts, func(s start) bool { return s.fn == fn && s.group == nil }) {
		return nil
	}
	fix := &lifecycle.Fix{Message: "Take out Done"}
	for _, done := range dones {
		stmt := done.Parent()
		if stmt.ParentEdgeKind() != edge.BlockStmt_List || enclosing(stmt) != fn {
			return nil
		}
		fix.Edits = append(fix.Edits, g.without(stmt))
	}
	return fix
}

// enclosing returns the innermost function around the place.
func enclosing(at inspector.Cursor) ast.Node {
	for fn := range at.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		return fn.Node()
	}
	return nil
}

// without returns the edit that takes the statement out of its block, with the line when it has one to itself.
func (g *groups) without(stmt inspector.Cursor) analysis.TextEdit {
	file := g.pass.Fset.File(stmt.Node().Pos())
	before, after := stmt.Parent().Node().Pos(), stmt.Parent().Node().End()-1
	if prev, ok := stmt.PrevSibling(); ok {
		before = prev.Node().End()
	}
	if next, ok := stmt.NextSibling(); ok {
		after = next.Node().Pos()
	}
	line, end := file.Line(stmt.Node().Pos()), file.Line(stmt.Node().End())
	if file.Line(before) < line && end < file.Line(after) {
		return analysis.TextEdit{Pos: file.LineStart(line), End: file.LineStart(end + 1)}
	}
	return analysis.TextEdit{Pos: stmt.Node().Pos(), End: after}
}
