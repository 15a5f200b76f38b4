package wggo

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// stopName matches the functions whose end is the end of something that ran.
var stopName = regexp.MustCompile(`^(main|Main|[sS]top.*|[cC]lose.*|[sS]hutdown.*|[tT]erminate.*|[dD]rain.*|[eE]xit.*)$`)

// exitJoins returns, for each group that has one, a Wait that joins the goroutines at the end of something: the last
// thing that a function like main, Stop or Close does, or what follows a signal or a cancellation.
func (g groups) exitJoins() map[*types.Var]token.Pos {
	joins := map[*types.Var]token.Pos{}
	in := g.pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	for cursor := range in.Root().Preorder((*ast.CallExpr)(nil)) {
		call := cursor.Node().(*ast.CallExpr)
		group := g.method(call, "Wait")
		if group == nil || g.inTest(call) {
			continue
		}
		stmt := cursor.Parent()
		switch stmt.Node().(type) {
		case *ast.ExprStmt:
			if g.followsStop(stmt) || g.comesLast(stmt) && isStop(stmt) {
				joins[group] = call.Pos()
			}
		case *ast.DeferStmt:
			if isStop(stmt) {
				joins[group] = call.Pos()
			}
		}
	}
	return joins
}

// isStop reports whether the statement belongs to a function that ends something, and to no literal in it.
func isStop(stmt inspector.Cursor) bool {
	for fn := range stmt.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		decl, ok := fn.Node().(*ast.FuncDecl)
		return ok && stopName.MatchString(decl.Name.Name)
	}
	return false
}

// comesLast reports whether the function does nothing after the statement but return, print, or stop something else.
func (g groups) comesLast(stmt inspector.Cursor) bool {
	for at := stmt; ; at = at.Parent() {
		switch at.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return true
		case *ast.ForStmt, *ast.RangeStmt:
			return false
		case *ast.CaseClause, *ast.CommClause:
			continue // what comes next in the syntax is another case
		}
		if _, ok := at.Parent().Node().(*ast.IfStmt); ok {
			continue // or the else branch
		}
		for next, ok := at.NextSibling(); ok; next, ok = next.NextSibling() {
			if stmt, ok := next.Node().(ast.Stmt); ok && g.works(stmt) && !g.stopsMore(stmt) {
				return false
			}
		}
	}
}

// stopsMore reports whether the statement is a call that stops something or ends the process.
func (g groups) stopsMore(stmt ast.Stmt) bool {
	call := callOf(stmt)
	if call == nil {
		return false
	}
	fn := typeutil.Callee(g.pass.TypesInfo, call)
	return fn != nil && stopName.MatchString(fn.Name())
}

// followsStop reports whether a statement before the Wait, or the case that it stands in, receives a signal or the
// end of a context, or ends one.
func (g groups) followsStop(cursor inspector.Cursor) bool {
	for at := cursor; ; at = at.Parent() {
		for before, ok := at.PrevSibling(); ok; before, ok = before.PrevSibling() {
			if stmt, ok := before.Node().(ast.Stmt); ok && g.stops(stmt) {
				return true
			}
		}
		switch at.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit, *ast.File:
			return false
		}
	}
}

// stops reports whether the statement waits for a signal or for the end of a context, closes a channel, or cancels a
// context.
func (g groups) stops(stmt ast.Stmt) bool {
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.BlockStmt, *ast.CaseClause, *ast.CommClause: // may not run
			return false
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW && g.isStopChan(n.X)
		case *ast.CallExpr:
			found = found || g.isStopCall(n)
		}
		return !found
	})
	return found
}

// isStopChan reports whether the channel delivers signals, or is a context's Done.
func (g groups) isStopChan(ch ast.Expr) bool {
	if call, ok := ast.Unparen(ch).(*ast.CallExpr); ok {
		fn, ok := typeutil.Callee(g.pass.TypesInfo, call).(*types.Func)
		return ok && fn.FullName() == "(context.Context).Done"
	}
	t, ok := g.pass.TypesInfo.TypeOf(ch).Underlying().(*types.Chan)
	return ok && t.Elem().String() == "os.Signal"
}

func (g groups) isStopCall(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(g.pass.TypesInfo, call).(type) {
	case *types.Builtin:
		return fn.Name() == "close"
	case *types.Var:
		name := fn.Type().String()
		return name == "context.CancelFunc" || name == "context.CancelCauseFunc"
	}
	return false
}
