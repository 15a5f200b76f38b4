package lifecycle

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// joinRequestContext notes what an http.Server makes the context of its requests.
func (u *unit) joinRequestContext(store *ssa.Store) {
	addr, ok := store.Addr.(*ssa.FieldAddr)
	if !ok || !namedAs(addr.X.Type(), "net/http.Server") {
		return
	}
	field := types.Unalias(addr.X.Type()).Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct).Field(addr.Field)
	if field.Name() != "BaseContext" && field.Name() != "ConnContext" {
		return
	}
	ctx := &node{}
	s := &site{u: u, pos: store.Pos(), emit: func(o *op) { u.emit(store, o, store.Pos()) }}
	s.call(&pending{fn: u.value(store.Val), results: []*node{ctx}, mode: later})
	u.emit(store, &op{kind: opBase, node: u.value(addr.X), with: ctx, method: field.Name()}, store.Pos())
}

// cancelledRequests lists the servers whose requests are cancelled before they are asked to stop. What a function that
// is called does is told there, when all of the fault is.
func (p *pkgFlow) cancelledRequests() []Verdict {
	var found []Verdict
	told := map[string]bool{}
	for _, u := range p.allUnits() {
		for _, o := range u.frame(u.funcs[0]).ops {
			if key := fmt.Sprint(o.site, o.origin); o.kind == opBase && !o.foreign && !told[key] && u.isCancelled(o) {
				told[key] = true
				found = append(found, p.verdict(ruleCancelledRequests, o, Verdict{What: o.method}))
			}
		}
	}
	return found
}

// allUnits lists the units of the program's files that are understood.
func (p *pkgFlow) allUnits() []*unit {
	var units []*unit
	for _, fn := range append([]*ssa.Function{p.pkg.Func("init")}, p.declared()...) {
		if u := p.unit(fn); u.isUnderstood() {
			units = append(units, u)
		}
	}
	return units
}

// isCancelled reports whether the context of a server's requests, which is stopped gracefully, is one that SIGTERM ends.
// What ends one that is handed in by who knows whom is not known.
func (u *unit) isCancelled(base *op) bool {
	ops := u.frame(u.funcs[0]).ops
	from := func(n *node) bool { return isFrom(base.with, n) }
	atTerm := slices.ContainsFunc(ops, func(o *op) bool { return surelyCatchesTerm(o) && from(o.node) })
	return slices.ContainsFunc(ops, func(o *op) bool {
		return o.kind == opStop && o.node.find() == base.node.find() && atTerm
	})
}

// lineOf lists a context and those that it is derived from.
func lineOf(ctx *node) []*node {
	var line []*node
	for ctx = ctx.find(); ctx != nil && !slices.Contains(line, ctx); ctx = ctx.has(parentField) {
		line = append(line, ctx)
	}
	return line
}
