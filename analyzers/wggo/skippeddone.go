package wggo

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

var skippedDone = &gracelint.Rule{
	ID:       "wggo/skipped-done",
	Summary:  "a goroutine may end without its Done, so that Wait never returns",
	Why:      "Wait returns when there were as many calls of Done as Add counted. One goroutine that has ended without Done is enough, even days before: at SIGTERM, Wait never returns, and the program hangs until SIGKILL. Nothing that is deferred in main runs. Measured with one connection of 100 that failed: killed after 30 s. Without the failure, the program ended after 0.4 s.",
	Advice:   "Write defer wg.Done() where the goroutine begins, or call Done on this way out too.",
	Severity: gracelint.Warning,
}

// reportSkippedDone reports
//
//	wg.Add(1)
//	go func() {
//		if err := connect(); err != nil {
//			return // WRONG: Done is not called; RIGHT: defer wg.Done() at the top
//		}
//		work()
//		wg.Done()
//	}()
//
// A panic ends the process, so it needs no Done.
func reportSkippedDone(g *groups, result *lifecycle.Result) {
	seen := map[ast.Node]bool{}
	for _, s := range g.goroutines() {
		for _, done := range g.ownCalls(s.fn, "Done") {
			inner := g.method(done, "Done")
			group := g.outside(s, inner)
			if group == nil || !g.counts(s, group) || g.hasStrayDone(group) || !g.isAwaited(group) {
				continue
			}
			skips := g.skips(s.fn, inner)
			if g.onlyGoroutinesWait(group) {
				skips = slices.DeleteFunc(skips, func(skip ast.Stmt) bool { return g.sendsBefore(s, skip) })
			}
			if len(skips) == 0 || seen[skips[0]] {
				continue
			}
			seen[skips[0]] = true
			result.Report(g.pass, g.skipped(done, skips))
		}
	}
}

// onlyGoroutinesWait reports whether each Wait runs in a goroutine, so that whoever started that one can go on without.
func (g *groups) onlyGoroutinesWait(group *types.Var) bool {
	return !g.anyName(group, func(name *types.Var) bool {
		return slices.ContainsFunc(g.calls(name, "Wait"), func(wait inspector.Cursor) bool { return !g.isOnlyStarted(owner(wait)) })
	})
}

// sendsBefore reports whether the goroutine sends something on a channel before it leaves by the statement: that it has
// failed.
func (g *groups) sendsBefore(s start, leaves ast.Stmt) bool {
	at, _ := s.at.Inspector().Root().FindNode(leaves)
	for earlier := range before(at) {
		if _, sends := earlier.Node().(*ast.SendStmt); sends {
			return true
		}
	}
	return false
}

// skipped makes one finding of all ways out that one goroutine has: a single defer mends them.
func (g *groups) skipped(done *ast.CallExpr, skips []ast.Stmt) lifecycle.Finding {
	call := types.ExprString(done.Fun)
	finding := lifecycle.Finding{
		Rule: skippedDone, Range: skips[0],
		Message: "the goroutine ends here without " + call + ", so Wait never returns and the shutdown hangs until the process is killed",
		Advice:  "call " + call + " on this way out too, or write defer " + call + "() where the goroutine begins",
		Fix:     &lifecycle.Fix{Message: "Call " + call, Safe: true},
	}
	for _, skip := range skips {
		if skip != skips[0] {
			finding.Related = append(finding.Related, lifecycle.Related{Pos: skip.Pos(), Message: "and here"})
		}
		if !g.canCallAt(skip, done) {
			finding.Fix = nil
		}
		if finding.Fix != nil {
			finding.Fix.Edits = append(finding.Fix.Edits, analysis.TextEdit{Pos: skip.Pos(), End: skip.Pos(), NewText: []byte(call + "()\n")})
		}
	}
	return finding
}

// canCallAt reports whether Done can be called right before the statement: that leaves the function by itself, does no
// work, and the group has the same name there.
func (g *groups) canCallAt(stmt ast.Stmt, done *ast.CallExpr) bool {
	switch stmt := stmt.(type) {
	case *ast.BranchStmt: // what comes after it runs too
		return false
	case *ast.ReturnStmt:
		if hasCall(stmt) {
			return false
		}
	}
	root := rootOf(done.Fun)
	if root == nil {
		return false
	}
	_, there := g.pass.Pkg.Scope().Innermost(stmt.Pos()).LookupParent(root.Name, stmt.Pos())
	return there == g.pass.TypesInfo.Uses[root]
}

// rootOf returns the variable that a chain of selectors begins with.
func rootOf(expr ast.Expr) *ast.Ident {
	for {
		switch e := ast.Unparen(expr).(type) {
		case *ast.SelectorExpr:
			expr = e.X
		case *ast.Ident:
			return e
		default:
			return nil
		}
	}
}
