package wggo

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

var earlyDone = &gracelint.Rule{
	ID:       "wggo/early-done",
	Summary:  "a goroutine calls Done before its work, so that Wait waits for nothing",
	Why:      "Wait returns as soon as every goroutine has called Done. When Done comes first, that is at once: the program exits in the middle of the work that it meant to wait for.",
	Advice:   "Write defer wg.Done().",
	Severity: gracelint.Error,
}

// reportEarlyDone reports
//
//	wg.Add(1)
//	go func() {
//		wg.Done() // WRONG: Wait returns before handle does; RIGHT: defer wg.Done()
//		handle(conn)
//	}()
//
// where the matching Wait joins the goroutines before the program, or a part of it, ends. A group of which Done first
// is meant, since it tells that the goroutine has started, has the same shape but for that: it is strict.
func reportEarlyDone(pass *analysis.Pass, result *lifecycle.Result) {
	g := groups{pass}
	waits := g.exitJoins()
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	for cursor := range in.Root().Preorder((*ast.GoStmt)(nil)) {
		goStmt := cursor.Node().(*ast.GoStmt)
		sig, body := g.bodyOf(goStmt.Call)
		if body == nil || g.inTest(goStmt) {
			continue
		}
		done, group := g.doneFirst(body)
		if done == nil {
			continue
		}
		group = g.argument(goStmt.Call, sig, group)
		if group == nil || !g.addsBefore(cursor, group) {
			continue
		}
		wait, joins := waits[group]
		finding := lifecycle.Finding{
			Rule: earlyDone, Range: done,
			Strict:  !joins || barrierName.MatchString(group.Name()),
			Message: fmt.Sprintf("%s.Done runs before the work of this goroutine, so Wait does not wait for it and the work is cut when the program ends", group.Name()),
			Advice:  fmt.Sprintf("write defer %s", types.ExprString(done)),
			Fix: &lifecycle.Fix{Message: "Defer it", Safe: true, Edits: []analysis.TextEdit{
				{Pos: done.Pos(), End: done.Pos(), NewText: []byte("defer ")},
			}},
		}
		if joins {
			finding.Related = []lifecycle.Related{{Pos: wait, Message: "this Wait returns while the work still runs"}}
		}
		result.Report(pass, finding)
	}
}

// barrierName matches the name of a group that waits for goroutines to start.
var barrierName = regexp.MustCompile(`(?i:start|ready|init|begin|run|barrier)|^up$|Up$`)

// groups answers questions about the WaitGroups of a package. A group is the variable or the field that holds it.
type groups struct{ pass *analysis.Pass }

func (g groups) inTest(n ast.Node) bool {
	return !slices.ContainsFunc(lifecycle.Files(g.pass), func(f *ast.File) bool { return f.FileStart <= n.Pos() && n.Pos() < f.FileEnd })
}

// bodyOf returns what a go statement runs: a literal, or a function that the package declares.
func (g groups) bodyOf(call *ast.CallExpr) (*types.Signature, *ast.BlockStmt) {
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		return g.pass.TypesInfo.TypeOf(lit).(*types.Signature), lit.Body
	}
	fn := typeutil.StaticCallee(g.pass.TypesInfo, call)
	if fn == nil || fn.Pkg() != g.pass.Pkg {
		return nil, nil
	}
	for _, file := range g.pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok && g.pass.TypesInfo.Defs[decl.Name] == fn.Origin() {
				return fn.Origin().Signature(), decl.Body
			}
		}
	}
	return nil, nil
}

// argument returns the group that the caller gives for group when that is a parameter, else group itself; or nil.
func (g groups) argument(call *ast.CallExpr, sig *types.Signature, group *types.Var) *types.Var {
	for i := range sig.Params().Len() {
		if sig.Params().At(i) != group {
			continue
		}
		if i >= len(call.Args) {
			return nil
		}
		arg := ast.Unparen(call.Args[i])
		if addr, ok := arg.(*ast.UnaryExpr); ok {
			arg = ast.Unparen(addr.X)
		}
		return g.variable(arg)
	}
	return group
}

// doneFirst returns the call of Done that stands, not deferred, before all work of the body, and its group. There is
// none when nothing follows it, or when the goroutine calls Done on any group once more: then it is the other that
// counts the work.
func (g groups) doneFirst(body *ast.BlockStmt) (*ast.CallExpr, *types.Var) {
	for i, stmt := range body.List {
		call := callOf(stmt)
		if call == nil {
			if _, ok := stmt.(*ast.DeferStmt); !isTrivial(stmt) && !ok || g.callsDone(stmt) {
				return nil, nil
			}
			continue
		}
		group := g.method(call, "Done")
		if group == nil {
			if !g.logs(call) {
				return nil, nil
			}
			continue
		}
		rest := body.List[i+1:]
		if !slices.ContainsFunc(rest, g.works) || g.waitsFirst(rest) || slices.ContainsFunc(rest, g.callsDone) {
			return nil, nil
		}
		return call, group
	}
	return nil, nil
}

// callOf returns the call that a statement consists of, or nil.
func callOf(stmt ast.Stmt) *ast.CallExpr {
	if expr, ok := stmt.(*ast.ExprStmt); ok {
		call, _ := ast.Unparen(expr.X).(*ast.CallExpr)
		return call
	}
	return nil
}

// isTrivial reports whether a statement does no work that could be cut: it declares or assigns without a call.
func isTrivial(stmt ast.Stmt) bool {
	switch stmt.(type) {
	case *ast.DeclStmt, *ast.AssignStmt, *ast.EmptyStmt:
		return !hasCall(stmt)
	}
	return false
}

func hasCall(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		_, isCall := n.(*ast.CallExpr)
		recv, isUnary := n.(*ast.UnaryExpr)
		found = found || isCall || isUnary && recv.Op == token.ARROW
		return !found
	})
	return found
}

// works reports whether a statement does anything worth waiting for.
func (g groups) works(stmt ast.Stmt) bool {
	if _, ok := stmt.(*ast.ReturnStmt); ok {
		return hasCall(stmt)
	}
	call := callOf(stmt)
	return !isTrivial(stmt) && (call == nil || !g.logs(call))
}

// logs reports whether a call only prints.
func (g groups) logs(call *ast.CallExpr) bool {
	fn := typeutil.StaticCallee(g.pass.TypesInfo, call)
	return fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "log" || fn.Pkg().Path() == "log/slog" || fn.Pkg().Path() == "fmt")
}

// waitsFirst reports whether the goroutine goes on to wait for a start signal: a receive, or Wait of a group.
func (g groups) waitsFirst(rest []ast.Stmt) bool {
	switch stmt := rest[0].(type) {
	case *ast.ExprStmt:
		if recv, ok := ast.Unparen(stmt.X).(*ast.UnaryExpr); ok && recv.Op == token.ARROW {
			return true
		}
		call := callOf(stmt)
		return call != nil && g.method(call, "Wait") != nil
	case *ast.DeferStmt:
		return len(rest) > 1 && g.waitsFirst(rest[1:])
	}
	return false
}

func (g groups) callsDone(stmt ast.Stmt) bool {
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && g.method(call, "Done") != nil {
			found = true
		}
		return !found
	})
	return found
}

// method returns the group when the call is of its method of that name.
func (g groups) method(call *ast.CallExpr, name string) *types.Var {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != name {
		return nil
	}
	if fn, ok := g.pass.TypesInfo.Uses[sel.Sel].(*types.Func); !ok || fn.FullName() != "(*sync.WaitGroup)."+name {
		return nil
	}
	if selection := g.pass.TypesInfo.Selections[sel]; selection != nil && len(selection.Index()) > 1 {
		return embedded(selection)
	}
	return g.variable(ast.Unparen(sel.X))
}

// embedded returns the embedded field whose method is selected.
func embedded(selection *types.Selection) *types.Var {
	t, path := selection.Recv(), selection.Index()
	var field *types.Var
	for _, i := range path[:len(path)-1] {
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		field = s.Field(i).Origin()
		t = field.Type()
	}
	return field
}

// variable returns the variable or the field that the expression names, or nil.
func (g groups) variable(expr ast.Expr) *types.Var {
	var named *types.Var
	switch expr := expr.(type) {
	case *ast.Ident:
		named, _ = g.pass.TypesInfo.Uses[expr].(*types.Var)
	case *ast.SelectorExpr:
		named, _ = g.pass.TypesInfo.Uses[expr.Sel].(*types.Var)
	}
	if named == nil {
		return nil
	}
	return named.Origin()
}

// addsBefore reports whether the statements before the go statement, in its list or around it, add to the group: so
// the goroutine is one of those that it counts.
func (g groups) addsBefore(cursor inspector.Cursor, group *types.Var) bool {
	for at := cursor; ; at = at.Parent() {
		for before, ok := at.PrevSibling(); ok; before, ok = before.PrevSibling() {
			if expr, ok := before.Node().(*ast.ExprStmt); ok {
				if call := callOf(expr); call != nil && g.method(call, "Add") == group {
					return true
				}
			}
		}
		switch at.Node().(type) {
		case *ast.FuncDecl, *ast.FuncLit, *ast.File:
			return false
		}
	}
}

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
