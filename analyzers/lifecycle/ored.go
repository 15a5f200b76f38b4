package lifecycle

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// An Ored is several signals made one number by |, where several are meant.
type Ored struct {
	Expr    ast.Expr
	Number  int        // that it is
	Signals []Signal   // that it is made of
	List    []ast.Expr // the arguments or elements among which it stands, and several could; else nil
}

// Lost lists the signals that the number is not.
func (o *Ored) Lost() []Signal {
	var lost []Signal
	for _, sig := range o.Signals {
		if sig.Number != o.Number {
			lost = append(lost, sig)
		}
	}
	return lost
}

// losesTerm reports whether SIGTERM is among the signals that some number is not.
func losesTerm(all []Ored) bool {
	for _, o := range all {
		for _, sig := range o.Lost() {
			if sig.Number == SIGTERM {
				return true
			}
		}
	}
	return false
}

// oredBelow reports whether that is so in an imported package.
func oredBelow(pass *analysis.Pass) bool {
	for _, imp := range pass.Pkg.Imports() {
		if sum, _ := importedSummary(pass, imp); sum.Ored {
			return true
		}
	}
	return false
}

// oredSignals finds them in the package. What is compared with a signal is left alone: nothing is registered by it.
func oredSignals(pass *analysis.Pass) []Ored {
	f := &oredFinder{values: &values{info: pass.TypesInfo}, lists: map[ast.Expr][]ast.Expr{}}
	for _, file := range Files(pass) {
		if importsSignals(file) {
			ast.Inspect(file, f.visit)
		}
	}
	return f.found
}

// importsSignals reports whether the file can name signals other than those of package os.
func importsSignals(file *ast.File) bool {
	for _, imp := range file.Imports {
		if imp.Path.Value == `"syscall"` || imp.Path.Value == `"golang.org/x/sys/unix"` {
			return true
		}
	}
	return false
}

type oredFinder struct {
	values *values
	lists  map[ast.Expr][]ast.Expr // the list in which an expression stands
	found  []Ored
}

func (f *oredFinder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CaseClause:
		for _, stmt := range n.Body {
			ast.Inspect(stmt, f.visit)
		}
		return false
	case *ast.CompositeLit:
		f.list(f.values.info.TypeOf(n), n.Elts, 0)
	case *ast.CallExpr:
		if f.values.info.Types[n.Fun].IsType() && len(n.Args) == 1 && isSignal(f.values.info.TypeOf(n)) {
			return !f.add(n, n.Args[0])
		}
		if sig, ok := f.values.info.TypeOf(n.Fun).(*types.Signature); ok && sig.Variadic() && !n.Ellipsis.IsValid() {
			last := sig.Params().Len() - 1
			f.list(sig.Params().At(last).Type(), n.Args, last)
		}
	case *ast.BinaryExpr:
		if n.Op == token.EQL || n.Op == token.NEQ {
			return false
		}
		return !(isSignal(f.values.info.TypeOf(n)) && f.add(n, n))
	}
	return true
}

// list notes the expressions, from an index on, as standing where there may be more when the type is a list of signals.
func (f *oredFinder) list(t types.Type, exprs []ast.Expr, from int) {
	if slice, ok := t.Underlying().(*types.Slice); !ok || slice.Elem().String() != "os.Signal" && !isSignal(slice.Elem()) {
		return
	}
	for _, expr := range exprs[min(from, len(exprs)):] {
		f.lists[ast.Unparen(expr)] = exprs
	}
}

// add notes expr when number, its value, is several signals.
func (f *oredFinder) add(expr, number ast.Expr) bool {
	value, ok := constant.Int64Val(constant.ToInt(orUnknown(f.values.info.Types[number].Value)))
	var signals []Signal
	if !ok || !f.operands(number, &signals) || len(signals) < 2 {
		return false
	}
	f.found = append(f.found, Ored{Expr: expr, Number: int(value), Signals: signals, List: f.lists[expr]})
	return true
}

// operands adds the signals that expr is made of by |, and reports whether they are all of it.
func (f *oredFinder) operands(expr ast.Expr, signals *[]Signal) bool {
	switch expr := ast.Unparen(expr).(type) {
	case *ast.BinaryExpr:
		return expr.Op == token.OR && f.operands(expr.X, signals) && f.operands(expr.Y, signals)
	case *ast.CallExpr:
		return f.values.info.Types[expr.Fun].IsType() && len(expr.Args) == 1 && f.operands(expr.Args[0], signals)
	case *ast.Ident, *ast.SelectorExpr:
		c, ok := f.values.objectOf(expr).(*types.Const)
		if !ok || !isSignal(c.Type()) {
			return false
		}
		number, _ := constant.Int64Val(c.Val())
		*signals = append(*signals, Signal{Number: int(number), Name: types.ExprString(expr), Expr: expr})
		return true
	}
	return false
}

// isSignal reports whether the type is that of a signal's number.
func isSignal(t types.Type) bool { return t != nil && types.Unalias(t).String() == "syscall.Signal" }
