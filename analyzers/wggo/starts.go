package wggo

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A start is a go statement, or a call of a group's Go.
type start struct {
	at    inspector.Cursor // the statement
	call  *ast.CallExpr    // what a go statement calls
	group *types.Var       // the group whose Go is called
	fn    ast.Node         // what runs, *ast.FuncDecl or *ast.FuncLit; nil: not known
}

// findFunctions files what can be called by a name: what the package declares, and a literal that is all that a local
// variable ever holds.
func (g *groups) findFunctions(file inspector.Cursor) {
	name := func(obj types.Object, fn ast.Node) {
		if _, again := g.functions[obj]; again {
			fn = nil
		}
		g.functions[obj] = fn
		if fn != nil {
			g.names[fn] = obj
		}
	}
	assign := func(lhs, rhs []ast.Expr) {
		for i, expr := range lhs {
			ident, ok := expr.(*ast.Ident)
			if !ok {
				continue
			}
			obj, ok := g.pass.TypesInfo.ObjectOf(ident).(*types.Var)
			if !ok || obj.Kind() != types.LocalVar || !isFunc(obj.Type()) {
				continue
			}
			var fn ast.Node
			if len(lhs) == len(rhs) {
				if lit, ok := ast.Unparen(rhs[i]).(*ast.FuncLit); ok {
					fn = lit
				}
			}
			name(obj, fn)
		}
	}
	for c := range file.Preorder((*ast.FuncDecl)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)) {
		switch n := c.Node().(type) {
		case *ast.FuncDecl:
			if n.Body != nil {
				name(g.pass.TypesInfo.Defs[n.Name], n)
			}
		case *ast.AssignStmt:
			assign(n.Lhs, n.Rhs)
		case *ast.ValueSpec:
			if len(n.Values) > 0 {
				assign(idents(n.Names), n.Values)
			}
		}
	}
}

func isFunc(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

func idents(names []*ast.Ident) []ast.Expr {
	exprs := make([]ast.Expr, len(names))
	for i, name := range names {
		exprs[i] = name
	}
	return exprs
}

func (g *groups) findStarts(file inspector.Cursor) {
	for c := range file.Preorder((*ast.GoStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := c.Node().(type) {
		case *ast.GoStmt:
			g.starts = append(g.starts, start{at: c, call: n.Call, fn: g.function(n.Call.Fun)})
		case *ast.CallExpr:
			if group := g.method(n, "Go"); group != nil && len(n.Args) == 1 {
				g.starts = append(g.starts, start{at: c.Parent(), group: group, fn: g.function(n.Args[0])})
			}
		}
	}
}

// goroutines lists the go statements of which it is known what they run.
func (g *groups) goroutines() []start {
	return slices.DeleteFunc(slices.Clone(g.starts), func(s start) bool { return s.call == nil || s.fn == nil })
}

// function returns what the expression of a function stands for, or nil: a literal, or what has that name.
func (g *groups) function(expr ast.Expr) ast.Node {
	switch expr := ast.Unparen(expr).(type) {
	case *ast.FuncLit:
		return expr
	case *ast.Ident:
		return g.functionNamed(expr)
	case *ast.SelectorExpr:
		return g.functionNamed(expr.Sel)
	case *ast.IndexExpr:
		return g.function(expr.X)
	case *ast.IndexListExpr:
		return g.function(expr.X)
	}
	return nil
}

func (g *groups) functionNamed(name *ast.Ident) ast.Node {
	obj := g.pass.TypesInfo.Uses[name]
	if fn, ok := obj.(*types.Func); ok {
		obj = fn.Origin()
	}
	return g.functions[obj]
}

// isOnlyStarted reports whether the function is always run as a goroutine of its own.
func (g *groups) isOnlyStarted(fn ast.Node) bool {
	started := 0
	for _, s := range g.starts {
		if s.fn == fn {
			started++
		}
	}
	return started > 0 && started >= g.named[g.names[fn]]
}

// parameter returns the parameter of a function of this package that gets the call's argument i as a pointer to a
// group, or nil.
func (g *groups) parameter(call *ast.CallExpr, i int) *types.Var {
	fn := g.function(call.Fun)
	if fn == nil {
		return nil
	}
	params := g.signature(fn).Params()
	if i >= params.Len() || !isGroup(params.At(i).Type()) {
		return nil
	}
	if _, isPointer := types.Unalias(params.At(i).Type()).(*types.Pointer); !isPointer {
		return nil
	}
	return params.At(i)
}

// outside returns the group that a goroutine knows by the given name, as its starter knows it, or nil: what it gives
// for a parameter, or the group itself unless that belongs to the goroutine.
func (g *groups) outside(s start, inner *types.Var) *types.Var {
	if s.call != nil {
		params := g.signature(s.fn).Params()
		for i := range params.Len() {
			if params.At(i) != inner {
				continue
			}
			if i >= len(s.call.Args) {
				return nil
			}
			return g.given(s.call.Args[i])
		}
	}
	if inner.Kind() != types.FieldVar && contains(s.fn, inner.Pos()) {
		return nil
	}
	return inner
}

// given returns the group that an argument is, or the address of, or nil.
func (g *groups) given(arg ast.Expr) *types.Var {
	arg = ast.Unparen(arg)
	if addr, ok := arg.(*ast.UnaryExpr); ok {
		arg = ast.Unparen(addr.X)
	}
	return g.variable(arg)
}

// addBefore returns the Add that the start follows, with no other between, in its list of statements or around it.
func (g *groups) addBefore(s start, group *types.Var) (add inspector.Cursor, ok bool) {
	for earlier := range before(s.at) {
		if g.addTo(earlier.Node(), group) != nil {
			return earlier, true
		}
	}
	return add, false
}

// startsAfter lists the goroutines that follow the statement, an Add, but for those that wait for the group.
func (g *groups) startsAfter(add inspector.Cursor, group *types.Var) []start {
	var starts []start
	for _, s := range g.starts {
		if before, ok := g.addBefore(s, group); ok && before == add && !g.waitsFor(s, group) {
			starts = append(starts, s)
		}
	}
	return starts
}

func (g *groups) waitsFor(s start, group *types.Var) bool {
	return slices.ContainsFunc(g.calls(group, "Wait"), func(wait inspector.Cursor) bool { return owner(wait) == s.fn })
}

// pays reports whether what is started may call Done, beyond the call that the group's Go makes.
func (g *groups) pays(s start, group *types.Var) bool {
	if s.group != nil && s.fn != nil {
		return g.mayCallDone(body(s.fn), group)
	}
	return g.mayCallDone(s.at.Node(), group)
}

// isSpent reports whether the call of Add counts some other goroutine than the one given.
func (g *groups) isSpent(add inspector.Cursor, s start) bool {
	group := g.method(add.Node().(*ast.CallExpr), "Add")
	return slices.ContainsFunc(g.startsAfter(add.Parent(), group), func(other start) bool { return other.at != s.at && g.pays(other, group) })
}

// counts reports whether an Add counts the goroutine. One that adds 1 counts the first goroutine after it, and none in
// a loop below it.
func (g *groups) counts(s start, group *types.Var) bool {
	add, ok := g.addBefore(s, group)
	if !ok {
		return false
	}
	n, known := g.number(callOf(add.Node()))
	if !known {
		return true
	}
	for earlier := range before(s.at) {
		if slices.ContainsFunc(g.starts, func(other start) bool { return other.at == earlier && g.pays(other, group) }) {
			n--
		}
		if earlier == add {
			break
		}
	}
	return n > 1 || n == 1 && !inLoopBelow(s.at, add.Node())
}

func inLoopBelow(at inspector.Cursor, add ast.Node) bool {
	for loop := range at.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return loop.Node().Pos() > add.Pos()
	}
	return false
}

// addTo returns the call when the statement is one of the group's Add, or nil.
func (g *groups) addTo(stmt ast.Node, group *types.Var) *ast.CallExpr {
	if call := callOf(stmt); call != nil && len(call.Args) == 1 && g.method(call, "Add") == group {
		return call
	}
	return nil
}

// number returns what a call of Add adds, when that is a constant.
func (g *groups) number(add *ast.CallExpr) (n int64, known bool) {
	value := g.pass.TypesInfo.Types[add.Args[0]].Value
	if value == nil {
		return 0, false
	}
	return constant.Int64Val(constant.ToInt(value))
}

func (g *groups) signature(fn ast.Node) *types.Signature {
	if lit, ok := fn.(*ast.FuncLit); ok {
		return g.pass.TypesInfo.TypeOf(lit).(*types.Signature)
	}
	return g.pass.TypesInfo.Defs[fn.(*ast.FuncDecl).Name].(*types.Func).Signature()
}

func body(fn ast.Node) *ast.BlockStmt {
	if lit, ok := fn.(*ast.FuncLit); ok {
		return lit.Body
	}
	return fn.(*ast.FuncDecl).Body
}

// owner returns the function that runs what stands at the place: literals that are called or deferred on the spot
// belong to the one around them.
func owner(at inspector.Cursor) (fn ast.Node) {
	for c := range at.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		fn = c.Node()
		called := unparen(c)
		if called.ParentEdgeKind() != edge.CallExpr_Fun || called.Parent().ParentEdgeKind() == edge.GoStmt_Call {
			break
		}
	}
	return fn
}

// own visits what a function runs itself: literals in it only where they are called or deferred on the spot.
func own(n ast.Node, visit func(ast.Node)) {
	called := map[ast.Node]bool{}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return false
		case *ast.GoStmt:
			for _, arg := range n.Call.Args {
				own(arg, visit)
			}
			return false
		case *ast.FuncLit:
			return called[n]
		case *ast.CallExpr:
			called[ast.Unparen(n.Fun)] = true
		}
		visit(n)
		return true
	})
}

// before yields what stands before the statement in its list, and in the lists around it within its function, the
// nearest first.
func before(stmt inspector.Cursor) iter.Seq[inspector.Cursor] {
	return around(stmt, inspector.Cursor.PrevSibling)
}

// after yields what stands after the statement in its list, and in the lists around it.
func after(stmt inspector.Cursor) iter.Seq[inspector.Cursor] {
	return around(stmt, inspector.Cursor.NextSibling)
}

func around(stmt inspector.Cursor, sibling func(inspector.Cursor) (inspector.Cursor, bool)) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for at := stmt; ; at = at.Parent() {
			switch at.Node().(type) {
			case *ast.FuncDecl, *ast.FuncLit, *ast.File:
				return
			}
			for next, ok := sibling(at); ok; next, ok = sibling(next) {
				if !yield(next) {
					return
				}
			}
		}
	}
}

// ownCalls lists the calls of that method, on any group, that the function makes itself.
func (g *groups) ownCalls(fn ast.Node, method string) []*ast.CallExpr {
	var calls []*ast.CallExpr
	own(body(fn), func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && g.method(call, method) != nil {
			calls = append(calls, call)
		}
	})
	return calls
}

// contains reports whether the place lies in the node.
func contains(n ast.Node, pos token.Pos) bool { return n.Pos() <= pos && pos < n.End() }

func unparen(c inspector.Cursor) inspector.Cursor {
	for c.ParentEdgeKind() == edge.ParenExpr_X {
		c = c.Parent()
	}
	return c
}

// callOf returns the call that a statement consists of, or nil.
func callOf(stmt ast.Node) *ast.CallExpr {
	if expr, ok := stmt.(*ast.ExprStmt); ok {
		call, _ := ast.Unparen(expr.X).(*ast.CallExpr)
		return call
	}
	return nil
}
