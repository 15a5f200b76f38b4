package signalnotify

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"
)

// takesOne reports whether the program is seen to take one signal of the registration, and no more: one that asks for a
// second Ctrl-C, or does something at each, would not end by the single SIGTERM that Kubernetes sends.
func takesOne(pass *analysis.Pass, r *lifecycle.Registration) bool {
	channel := variable(pass, r.Call.Args[0])
	if channel == nil {
		fn := typeutil.StaticCallee(pass.TypesInfo, r.Call)
		return fn != nil && fn.Name() == "NotifyContext"
	}
	receives, loops := 0, 0
	for _, file := range pass.Files {
		ast.PreorderStack(file, nil, func(n ast.Node, around []ast.Node) bool {
			switch n := n.(type) {
			case *ast.RangeStmt:
				if variable(pass, n.X) == channel {
					loops++
				}
			case *ast.UnaryExpr:
				if n.Op == token.ARROW && variable(pass, n.X) == channel {
					receives++
					loops += loopsAround(around)
				}
			}
			return true
		})
	}
	return receives == 1 && loops == 0
}

// loopsAround counts the loops of the innermost function.
func loopsAround(around []ast.Node) (loops int) {
	for _, n := range around {
		switch n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			loops = 0
		case *ast.ForStmt, *ast.RangeStmt:
			loops++
		}
	}
	return loops
}

// variable returns the variable or field that an expression names, when that is a channel.
func variable(pass *analysis.Pass, expr ast.Expr) *types.Var {
	var name *ast.Ident
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		name = e
	case *ast.SelectorExpr:
		name = e.Sel
	default:
		return nil
	}
	v, ok := pass.TypesInfo.Uses[name].(*types.Var)
	if !ok {
		return nil
	}
	if _, ok := v.Type().Underlying().(*types.Chan); !ok {
		return nil
	}
	return v
}
