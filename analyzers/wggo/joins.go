package wggo

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// stopName matches the functions whose end is the end of something that ran.
var stopName = regexp.MustCompile(`^(main|Main|[sS]top.*|[cC]lose.*|[sS]hutdown.*|[tT]erminate.*|[dD]rain.*|[eE]xit.*)$`)

// exitJoin returns a Wait that joins the group's goroutines at the end of something: the last thing that a function
// like main, Stop or Close does, or what follows a signal or a cancellation.
func (g *groups) exitJoin(group *types.Var) (wait token.Pos, joins bool) {
	g.anyName(group, func(name *types.Var) bool {
		for _, call := range g.calls(name, "Wait") {
			if g.joinsExit(call.Parent()) {
				wait, joins = call.Node().Pos(), true
			}
		}
		return joins
	})
	return wait, joins
}

// joinsExit reports whether the statement, a Wait, stands at the end of something.
func (g *groups) joinsExit(stmt inspector.Cursor) bool {
	switch stmt.Node().(type) {
	case *ast.ExprStmt:
		stmt = g.heardAt(stmt)
		return g.followsStop(stmt) || g.comesLast(stmt) && isStop(stmt)
	case *ast.DeferStmt:
		return isStop(stmt)
	}
	return false
}

// heardAt returns the statement that receives what a goroutine tells when its Wait has returned, since that is what
// joins then; for any other Wait, the Wait itself.
func (g *groups) heardAt(wait inspector.Cursor) inspector.Cursor {
	literal, _ := owner(wait).(*ast.FuncLit)
	i := slices.IndexFunc(g.starts, func(s start) bool { return literal != nil && s.call != nil && s.fn == literal })
	if i < 0 {
		return wait
	}
	for _, stmt := range literal.Body.List {
		told := g.tells(stmt)
		for next := range after(g.starts[i].at) {
			if told != nil && g.receives(next.Node(), told) {
				return next
			}
		}
	}
	return wait
}

// tells returns the channel on which the statement sends, or which it closes, or nil.
func (g *groups) tells(stmt ast.Node) *types.Var {
	switch stmt := stmt.(type) {
	case *ast.SendStmt:
		return g.variable(ast.Unparen(stmt.Chan))
	case *ast.DeferStmt:
		return g.closed(stmt.Call)
	}
	return g.closed(callOf(stmt))
}

// closed returns the channel that the call, if it is not nil, closes, or nil.
func (g *groups) closed(call *ast.CallExpr) *types.Var {
	if call == nil || len(call.Args) != 1 {
		return nil
	}
	if b, ok := typeutil.Callee(g.pass.TypesInfo, call).(*types.Builtin); !ok || b.Name() != "close" {
		return nil
	}
	return g.variable(ast.Unparen(call.Args[0]))
}

// receives reports whether the node, and no literal in it, receives from the channel.
func (g *groups) receives(n ast.Node, ch *types.Var) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		recv, ok := n.(*ast.UnaryExpr)
		found = found || ok && recv.Op == token.ARROW && g.variable(ast.Unparen(recv.X)) == ch
		_, literal := n.(*ast.FuncLit)
		return !literal
	})
	return found
}

// isStop reports whether the statement belongs to a function that ends something, and to no literal in it.
func isStop(stmt inspector.Cursor) bool {
	for fn := range stmt.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		decl, ok := fn.Node().(*ast.FuncDecl)
		return ok && stopName.MatchString(decl.Name.Name)
	}
	return false
}

// comesLast reports whether the function does nothing after the statement but return, print, stop something else, or
// look at what the goroutines have left.
func (g *groups) comesLast(stmt inspector.Cursor) bool {
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
			if stmt, ok := next.Node().(ast.Stmt); ok && g.works(stmt) && !g.stopsMore(stmt) && !g.collects(next) {
				return false
			}
		}
	}
}

// stopsMore reports whether the statement is a call that stops something or ends the process.
func (g *groups) stopsMore(stmt ast.Stmt) bool {
	call := callOf(stmt)
	if call == nil {
		return false
	}
	fn := typeutil.Callee(g.pass.TypesInfo, call)
	return fn != nil && stopName.MatchString(fn.Name())
}

// collects reports whether the statement ranges over what is left in a channel that is closed.
func (g *groups) collects(stmt inspector.Cursor) bool {
	loop, ok := stmt.Node().(*ast.RangeStmt)
	if !ok {
		return false
	}
	ch := g.variable(ast.Unparen(loop.X))
	for earlier := range before(stmt) {
		if ch != nil && g.closed(callOf(earlier.Node())) == ch {
			return true
		}
	}
	return false
}

// followsStop reports whether a statement before the Wait, or the case that it stands in, receives a signal or the
// end of a context, or ends one.
func (g *groups) followsStop(wait inspector.Cursor) bool {
	for earlier := range before(wait) {
		if stmt, ok := earlier.Node().(ast.Stmt); ok && g.stops(stmt) {
			return true
		}
	}
	return false
}

// stops reports whether the statement waits for a signal or for the end of a context, closes a channel, or cancels a
// context.
func (g *groups) stops(stmt ast.Stmt) bool {
	if sel, ok := stmt.(*ast.SelectStmt); ok {
		return g.leadsToStop(sel)
	}
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

// leadsToStop reports whether what follows the select is how something ends: each case that leads there receives a
// signal, the end of a context, or an error, and one of them no error.
func (g *groups) leadsToStop(sel *ast.SelectStmt) bool {
	found := false
	for _, stmt := range sel.Body.List {
		clause := stmt.(*ast.CommClause)
		if g.leaves(clause.Body) {
			continue
		}
		ch := received(clause.Comm)
		switch {
		case ch == nil:
			return false
		case g.isStopChan(ch):
			found = true
		case !g.isErrorChan(ch):
			return false
		}
	}
	return found
}

// leaves reports whether what stands after the list of statements does not come after it.
func (g *groups) leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Label != nil || last.Tok != token.BREAK
	case *ast.ExprStmt:
		call := callOf(last)
		return call != nil && g.neverReturns(call)
	}
	return false
}

// received returns the channel that a case of a select receives from, or nil.
func received(comm ast.Stmt) ast.Expr {
	var expr ast.Expr
	switch comm := comm.(type) {
	case *ast.ExprStmt:
		expr = comm.X
	case *ast.AssignStmt:
		expr = comm.Rhs[0]
	}
	if recv, ok := ast.Unparen(expr).(*ast.UnaryExpr); ok {
		return recv.X
	}
	return nil
}

func (g *groups) isErrorChan(ch ast.Expr) bool {
	t, ok := g.pass.TypesInfo.TypeOf(ch).Underlying().(*types.Chan)
	return ok && types.Identical(t.Elem(), types.Universe.Lookup("error").Type())
}

// isStopChan reports whether the channel delivers signals, or is a context's Done.
func (g *groups) isStopChan(ch ast.Expr) bool {
	if call, ok := ast.Unparen(ch).(*ast.CallExpr); ok {
		fn, ok := typeutil.Callee(g.pass.TypesInfo, call).(*types.Func)
		return ok && fn.FullName() == "(context.Context).Done"
	}
	t, ok := g.pass.TypesInfo.TypeOf(ch).Underlying().(*types.Chan)
	return ok && t.Elem().String() == "os.Signal"
}

func (g *groups) isStopCall(call *ast.CallExpr) bool {
	switch fn := typeutil.Callee(g.pass.TypesInfo, call).(type) {
	case *types.Builtin:
		return fn.Name() == "close"
	case *types.Var:
		name := fn.Type().String()
		return name == "context.CancelFunc" || name == "context.CancelCauseFunc"
	}
	return false
}
