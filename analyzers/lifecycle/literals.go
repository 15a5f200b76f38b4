package lifecycle

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// doneAtStart returns where ctx became done before a literal runs: before it was made, or before each call of it; or no
// position.
func (p *pkgFlow) doneAtStart(fn *ssa.Function, ctx ssa.Value) token.Pos {
	if fn.Parent() == nil || p.asked[fn] { // it calls itself
		return token.NoPos
	}
	p.asked[fn] = true
	defer delete(p.asked, fn)
	if closure := madeAt(fn); closure != nil {
		if pos := p.doneBefore(ctx, closure); pos.IsValid() {
			return pos
		}
	}
	var since token.Pos
	for _, call := range p.callsOf(fn) {
		if since = p.doneAtCall(fn, call, ctx); !since.IsValid() {
			break
		}
	}
	return since
}

// A literalCall is a call of a literal.
type literalCall struct {
	at   ssa.CallInstruction // or of what calls it
	call *pending
}

// doneAtCall returns where ctx became done before a call of a literal, or no position.
func (p *pkgFlow) doneAtCall(fn *ssa.Function, c literalCall, ctx ssa.Value) token.Pos {
	if c.call.after != nil && same(settled(c.at.Common().Args[0]), ctx) || p.endedInList(c.at, fn, ctx) {
		return c.at.Pos()
	}
	for _, end := range runsAt(c.at) {
		if pos := p.doneBefore(ctx, end); pos.IsValid() {
			return pos
		}
	}
	return token.NoPos
}

// callsOf returns the calls by which a literal is run: all, or none when others may run it.
func (p *pkgFlow) callsOf(fn *ssa.Function) []literalCall {
	top := fn
	for top.Parent() != nil {
		top = top.Parent()
	}
	u := p.unit(top)
	l := u.literal[fn]
	if u.loose[l] || u.isExposed(l) {
		return nil
	}
	unseen := 0
	for _, call := range u.calls {
		if call.known[l] {
			unseen++
		}
	}
	var calls []literalCall
	for _, fn := range u.funcs {
		for instr := range instrs(fn) {
			for _, o := range u.ops[instr] {
				at, ok := instr.(ssa.CallInstruction)
				if !ok || o.kind != opCall || !o.call.known[l] || o.call.mode == later {
					continue
				}
				if unseen--; !isCancel(at.Common().Value) { // which may be one of a list with the literal
					calls = append(calls, literalCall{at, o.call})
				}
			}
		}
	}
	if unseen > 0 {
		return nil
	}
	return calls
}

// isCancel reports whether a value is certainly the function that ends a context.
func isCancel(v ssa.Value) bool {
	extract, ok := settled(v).(*ssa.Extract)
	if !ok {
		return false
	}
	made, ok := extract.Tuple.(*ssa.Call)
	return ok && derives(made)
}

// isExposed reports whether somebody outside the unit may come by a function value.
func (u *unit) isExposed(l *lambda) bool {
	if u.exposed == nil {
		seen := map[*node]bool{}
		u.exposed = map[*lambda]bool{}
		var visit func(n *node)
		visit = func(n *node) {
			if n = n.find(); seen[n] {
				return
			}
			seen[n] = true
			for _, f := range n.fields {
				visit(f.node)
			}
			for _, l := range n.functions() {
				u.exposed[l] = true
				for _, m := range slices.Concat(l.params, l.results) {
					visit(m)
				}
			}
		}
		for _, n := range slices.Concat(u.nodes(u.funcs[0].Params), u.resultsOf(u.funcs[0]), u.leaks) {
			visit(n)
		}
		for _, name := range keys(u.globals) {
			visit(u.globals[name])
		}
		for grown := -1; grown < len(seen); { // what is given to functions that are not in sight
			grown = len(seen)
			for _, call := range u.calls {
				if !call.leads || seen[call.fn.find()] {
					for _, n := range call.args {
						visit(n)
					}
				}
			}
		}
	}
	return u.exposed[l]
}

// endedInList reports whether the call is one of each function of a list, in their order, and one that stands before a
// literal there ends ctx.
func (p *pkgFlow) endedInList(at ssa.CallInstruction, fn *ssa.Function, ctx ssa.Value) bool {
	element, with := enlisted(fn)
	if with == nil {
		return false
	}
	if list := walked(at); list == nil || !grewFrom(list, with) {
		return false
	}
	held, _ := elements(with)
	before := slices.Index(held, element)
	return before > 0 && slices.ContainsFunc(held[:before], func(v ssa.Value) bool { return p.endedBy(v, ctx) })
}

// enlisted returns the element that a literal is of one list, and nothing else, and what the list is made of with it: a
// slice literal, or what append returns.
func enlisted(fn *ssa.Function) (element, with ssa.Value) {
	closure := madeAt(fn)
	if closure == nil {
		return nil, nil
	}
	element = closure
	use := onlyUse(element)
	if convert, ok := use.(*ssa.ChangeType); ok {
		element, use = convert, onlyUse(convert)
	}
	store, ok := use.(*ssa.Store)
	if !ok {
		return nil, nil
	}
	at, ok := store.Addr.(*ssa.IndexAddr)
	if !ok {
		return nil, nil
	}
	for _, ref := range *at.X.Referrers() {
		if slice, ok := ref.(*ssa.Slice); ok {
			with = slice
			if call, ok := onlyUse(slice).(*ssa.Call); ok && isAppend(call) {
				with = call
			}
		}
	}
	return element, with
}

// onlyUse returns the one instruction that uses a value, or nil.
func onlyUse(v ssa.Value) ssa.Instruction {
	if refs := *v.Referrers(); len(refs) == 1 {
		return refs[0]
	}
	return nil
}

// grewFrom reports whether a list begins with what another one held.
func grewFrom(list, other ssa.Value) bool {
	if load, ok := list.(*ssa.UnOp); ok {
		all := stores(captured(load.X))
		return slices.ContainsFunc(all, func(store *ssa.Store) bool { return store.Val == other && stays(store, all) })
	}
	if call, ok := list.(*ssa.Call); ok && list != other {
		return isAppend(call) && grewFrom(call.Common().Args[0], other)
	}
	return list == other
}
