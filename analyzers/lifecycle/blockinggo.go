package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// goArguments returns the go statements of the program's files by the position of each call that stands in one and is
// evaluated before the goroutine starts. What a literal there does when it is called is not.
func (p *pkgFlow) goArguments() map[token.Pos]*ast.GoStmt {
	if p.evaluated != nil {
		return p.evaluated
	}
	p.evaluated = map[token.Pos]*ast.GoStmt{}
	for _, file := range Files(p.pass) {
		ast.Inspect(file, func(n ast.Node) bool {
			stmt, ok := n.(*ast.GoStmt)
			if !ok {
				return true
			}
			for _, expr := range append([]ast.Expr{stmt.Call.Fun}, stmt.Call.Args...) {
				ast.Inspect(expr, func(n ast.Node) bool {
					if call, ok := n.(*ast.CallExpr); ok {
						p.evaluated[call.Lparen] = stmt
					}
					_, literal := n.(*ast.FuncLit)
					return !literal
				})
			}
			return true
		})
	}
	return p.evaluated
}

// markArguments marks the starts that block in the argument of a go statement, or that are waited for there. A framework
// that catches SIGTERM stops there all the same.
func (f *frame) markArguments(p *pkgFlow) {
	mark := func(o *op, at ssa.Instruction) {
		if call, ok := at.(*ssa.Call); ok && p.goArguments()[call.Pos()] != nil && !slices.Contains(o.api.owns, o.method) {
			o.argument = true
		}
	}
	for _, o := range f.ops {
		if o.kind == opStart && o.mode == inline {
			mark(o, o.at)
		}
	}
	for _, wait := range f.awaited {
		if start := wait.base; start.at == wait.at {
			mark(start, wait.at)
		}
	}
}

// blockingGos lists the go statements of the package that block in the evaluation of their arguments.
func (p *pkgFlow) blockingGos() []Verdict {
	var found []Verdict
	seen := map[*ast.GoStmt]bool{}
	for f := range p.frames() {
		for _, o := range f.ops {
			if o.kind != opStart || !o.argument {
				continue
			}
			call, ok := o.at.(*ssa.Call)
			if !ok {
				continue
			}
			if stmt := p.goArguments()[call.Pos()]; stmt != nil && !seen[stmt] {
				seen[stmt] = true
				found = append(found, Verdict{Rule: ruleBlockingGo, At: stmt, What: p.calledAt(call, o)})
			}
		}
	}
	return found
}

// calledAt names what a call calls: as the code does, or, of a literal, what the op is.
func (p *pkgFlow) calledAt(call *ssa.Call, o *op) string {
	if expr, ok := nodeAt(p.pass, call.Pos()).(*ast.CallExpr); ok {
		if _, literal := ast.Unparen(expr.Fun).(*ast.FuncLit); !literal {
			return types.ExprString(expr.Fun)
		}
	}
	return o.method
}

// frames yields the frame of each function that the program's files declare, and of each literal in it.
func (p *pkgFlow) frames() func(yield func(*frame) bool) {
	return func(yield func(*frame) bool) {
		for _, fn := range p.declared() {
			u := p.unit(fn)
			if !u.isUnderstood() {
				continue
			}
			for _, fn := range u.funcs {
				if !yield(u.frame(fn)) {
					return
				}
			}
		}
	}
}

// localVerdicts lists what is wrong by itself, where it stands. That a start blocks in a go statement may be why the
// program, which is nil for a package that is none, never stops the server.
func (p *pkgFlow) localVerdicts(program *Program) []Verdict {
	blocking := p.blockingGos()
	for i := range blocking {
		blocking[i].Program = program
	}
	return slices.Concat(blocking, p.acceptSpins(), p.lateRegistrations())
}
