package wggo

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

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

// callOf returns the call that a statement consists of, or nil.
func callOf(stmt ast.Stmt) *ast.CallExpr {
	if expr, ok := stmt.(*ast.ExprStmt); ok {
		call, _ := ast.Unparen(expr.X).(*ast.CallExpr)
		return call
	}
	return nil
}
