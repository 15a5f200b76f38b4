package lifecycle

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// stopping is the constant of a context that is done when what an asynchronous stop leaves running has ended.
const stopping = "stopping"

// markStopping marks the context that an asynchronous stop returns.
func (s *site) markStopping(a *api) {
	results := s.fn.Signature().Results()
	for i, n := range s.results {
		if slices.Contains(a.async, s.fn.Name()) && isContext(results.At(i).Type()) {
			n.find().consts = union(n.find().consts, []string{stopping})
		}
	}
}

// discardedStops lists the asynchronous stops that nothing waits for. Each is told where it stands, or where the context
// that it returns is dropped.
func (p *pkgFlow) discardedStops() []Verdict {
	var found []Verdict
	for _, u := range p.allUnits() {
		for _, fn := range u.funcs {
			for instr := range instrs(fn) {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || u.sites[call] == nil {
					continue
				}
				api := u.asyncStop(call)
				if (api == nil || p.mentions(api.pkg, api.awaits)) && !u.dropsContext(call) || u.frame(fn).goesOn(call) {
					continue
				}
				v := Verdict{What: "this stop"}
				if api != nil {
					v.Wait = api.awaits[0]
				}
				o := &op{site: call.Common().Pos()}
				p.locate(o)
				if at, ok := nodeAt(p.pass, o.site).(*ast.CallExpr); ok {
					v.What = types.ExprString(at.Fun)
				}
				found = append(found, p.verdict(ruleDiscardedStop, o, v))
			}
		}
	}
	return found
}

// asyncStop returns the row of an asynchronous stop that returns no context, or nil when the call is none. One that
// stops a part only is one when the program is seen to end with it.
func (u *unit) asyncStop(call ssa.CallInstruction) *api {
	for _, o := range u.frame(call.Parent()).ops {
		if o.kind == opStop && o.at == call && o.site == call.Common().Pos() && o.origin.Pkg == u.p.pass.Pkg.Path() &&
			slices.Contains(o.api.async, o.method) && len(o.api.awaits) > 0 &&
			(!o.api.part || o.afterSignal) {
			return o.api
		}
	}
	return nil
}

// dropsContext reports whether the call returns a context, or its channel, that is to be waited for, and nobody gets
// hold of it: nothing that the call is given keeps it.
func (u *unit) dropsContext(call ssa.CallInstruction) bool {
	s := u.sites[call]
	for i, n := range s.results {
		kept := func(param *node) bool { return keeps(param, n, map[*node]bool{}) }
		if slices.Contains(n.find().consts, stopping) && isDropped(call, i) && !slices.ContainsFunc(s.params, kept) {
			return true
		}
	}
	return false
}

// isDropped reports whether nothing uses a result of the call.
func isDropped(call ssa.CallInstruction, index int) bool {
	value := call.Value()
	if value == nil {
		return true // deferred, or in a goroutine of its own
	}
	for _, ref := range *value.Referrers() {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Extract:
			if ref.Index == index && len(*ref.Referrers()) > 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// keeps reports whether n is in a field of holder, or in one of such a field.
func keeps(holder, n *node, seen map[*node]bool) bool {
	holder = holder.find()
	if seen[holder] {
		return false
	}
	seen[holder] = true
	for _, field := range holder.fields {
		if field.node.find() == n.find() || keeps(field.node, n, seen) {
			return true
		}
	}
	return false
}

// goesOn reports whether the function goes on to wait for something, or to start something, once the call has been made.
func (f *frame) goesOn(call ssa.CallInstruction) bool {
	_, deferred := call.(*ssa.Defer)
	stop := &op{at: call, deferred: deferred}
	return slices.ContainsFunc(f.ops, func(o *op) bool {
		waits := o.kind == opJoin && !o.signal && o.mode == inline
		return (waits || o.kind == opStart || o.kind == opBegin) && follows(stop, o)
	})
}

// mentions reports whether the program's files name something of a package: a function, a method or a field.
func (p *pkgFlow) mentions(pkg string, names []string) bool {
	for ident, obj := range p.pass.TypesInfo.Uses {
		if obj.Pkg() != nil && obj.Pkg().Path() == pkg && slices.Contains(names, obj.Name()) &&
			!isTest(p.pass.Fset, ident.Pos()) {
			return true
		}
	}
	return false
}
