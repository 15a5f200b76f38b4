package lifecycle

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// judgeFunctions judges what each function of the package does by itself, the literals in it included.
func (p *pkgFlow) judgeFunctions(result *Result) {
	for _, declared := range p.declared() {
		u := p.unit(declared)
		if !u.isUnderstood() {
			continue
		}
		for _, fn := range u.funcs {
			l := &link{u: u, ops: u.frame(fn).ops, result: result}
			l.wrongOrder(fn)
			l.skippedCleanup()
			l.fatalInHook(u.frame(u.funcs[0]).ops)
		}
	}
}

// once is verdict for what may be come by in several functions.
func (l *link) once(rule string, o *op, v Verdict) {
	if !l.isJudged(rule, o) {
		l.verdict(rule, o, v)
	}
}

// isJudged reports whether a rule speaks of the op already.
func (l *link) isJudged(rule string, o *op) bool {
	at := l.extent(o).Pos()
	return slices.ContainsFunc(l.result.Verdicts, func(v Verdict) bool { return v.Rule == rule && v.At.Pos() == at })
}

// wrongOrder finds what requests need, closed before a server has let them finish; and what is taken out of a
// registry only after that.
func (l *link) wrongOrder(fn *ssa.Function) {
	stops := l.drains()
	for _, o := range l.ops {
		for _, stop := range stops {
			switch {
			case o.kind == opRelinquish && (l.tooEarly(o, stop, stops) || l.meanwhile(o, stop)):
				l.once(ruleWrongOrder, o, Verdict{What: o.api.pkgName() + "." + o.api.typ, Other: stop.method, OtherAt: stop.site})
			case o.kind == opDeregister && l.tooLate(o, stop, stops):
				l.once(ruleWrongOrder, o, Verdict{What: o.method, Other: stop.method, OtherAt: stop.site, Registry: true})
			}
		}
	}
	l.listOrder(fn)
}

// drains lists the graceful stops of servers that are there for more than operators.
func (l *link) drains() []*op {
	return slices.DeleteFunc(l.of(opStop), func(o *op) bool { return o.mode == later || o.api.worker || l.isSide(o) })
}

// surelyBefore reports whether a may be done before b, and not after it.
func surelyBefore(a, b *op) bool { return follows(a, b) && !follows(b, a) }

// tooEarly reports whether the goroutine that closes what requests need stops the server after that, and none before.
func (l *link) tooEarly(o, stop *op, stops []*op) bool {
	if o.mode != inline || !surelyBefore(o, stop) || l.isOpenedLate(o) {
		return false
	}
	if slices.ContainsFunc(stops, func(s *op) bool { return mayFollow(s, o) }) {
		return false
	}
	return l.serves(o) && !slices.ContainsFunc(l.lives(), func(x *op) bool { return follows(o, x) && mayFollow(x, stop) })
}

// serves reports whether a server may serve when o is done, as far as the function tells.
func (l *link) serves(o *op) bool {
	lives := l.lives()
	return len(lives) == 0 || slices.ContainsFunc(lives, func(x *op) bool { return mayFollow(x, o) })
}

// lives lists what tells that the server serves: it is started, or the signal is waited for.
func (l *link) lives() []*op {
	return slices.DeleteFunc(slices.Clone(l.ops), func(o *op) bool {
		return o.mode == later || !(o.kind == opStart || o.kind == opBegin || o.kind == opJoin && o.signal)
	})
}

// isOpenedLate reports whether what is closed was opened when the signal had come: no request needs it.
func (l *link) isOpenedLate(o *op) bool {
	called, ok := o.at.(ssa.CallInstruction)
	if !ok {
		return false
	}
	recv := called.Common().Value
	if !called.Common().IsInvoke() && len(called.Common().Args) > 0 {
		recv = called.Common().Args[0]
	}
	if extract, ok := recv.(*ssa.Extract); ok {
		recv = extract.Tuple
	}
	opened, ok := recv.(*ssa.Call)
	return ok && slices.ContainsFunc(l.of(opJoin), func(j *op) bool {
		return j.signal && j.mode == inline && !j.deferred && j.at != nil && canFollow(j.at, opened)
	})
}

// meanwhile reports whether another goroutine closes what requests need as soon as a context ends, for which the
// stop waits too.
func (l *link) meanwhile(o, stop *op) bool {
	if o.mode != spawned || o.waited || l.hasEnded(stop, o) {
		return false
	}
	contexts := l.awaitedAt(o)
	if isAfterFunc(o.at) {
		contexts = append(contexts, l.u.value(o.at.(ssa.CallInstruction).Common().Args[0]))
	}
	return slices.ContainsFunc(contexts, func(ctx *node) bool {
		return slices.ContainsFunc(l.of(opJoin), func(j *op) bool {
			before := j.mode == inline && follows(j, stop) || j.at == stop.at && j.mode == stop.mode
			return j.signal && j.at != o.at && before && isFrom(ctx, j.node)
		})
	})
}

// hasEnded reports whether the stop may have returned when o begins.
func (l *link) hasEnded(stop, o *op) bool {
	return stop.mode == inline && follows(stop, o) || slices.ContainsFunc(l.of(opJoin), func(j *op) bool {
		return j.mode == inline && waitsFor(j, stop) && follows(j, o)
	})
}

// awaitedAt lists the contexts whose end a goroutine waits for before it does o.
func (l *link) awaitedAt(o *op) []*node {
	var found []*node
	for _, j := range l.of(opJoin) {
		if o.afterSignal && j.signal && j.at == o.at {
			found = append(found, j.node)
		}
	}
	return found
}

// waitsBefore reports whether something else than the signal is waited for before o, or may be.
func (f *frame) waitsBefore(o *op, joins []*op) bool {
	return slices.ContainsFunc(joins, func(j *op) bool { return !j.signal && follows(j, o) }) ||
		slices.ContainsFunc(f.ops, func(b *op) bool {
			unclear := b.kind == opSleep || b.kind == opCall && !b.call.leads
			return unclear && b.mode != spawned && b.at != o.at && follows(b, o)
		})
}

// tooLate reports whether a service is taken out of its registry once the server has stopped, and not before.
func (l *link) tooLate(o, stop *op, stops []*op) bool {
	return o.mode == inline && stop.mode == inline && surelyBefore(stop, o) &&
		!slices.ContainsFunc(stops, func(s *op) bool { return mayFollow(o, s) }) &&
		!slices.ContainsFunc(l.of(opDeregister), func(d *op) bool { return d.at != o.at && !surelyBefore(stop, d) })
}

// neverDeregistered finds what the program registers in a registry that nothing takes out again.
func (l *link) neverDeregistered() {
	stopped := slices.ContainsFunc(l.program.Servers, func(s Server) bool { return s.Stop == StopGraceful && !s.Side && !s.Worker })
	if l.program.Term != TermHeard || !stopped || len(l.of(opDeregister)) > 0 || len(l.blind()) > 0 {
		return
	}
	for _, o := range l.of(opRegister) {
		if o.mode != later {
			l.once(ruleWrongOrder, o, Verdict{What: o.method, Registry: true})
		}
	}
}

// blind lists the calls of functions that come from where nothing is seen.
func (l *link) blind() []*op {
	return slices.DeleteFunc(l.of(opCall), func(o *op) bool {
		fn := o.call.fn.find()
		return o.call.method == anyMethod || o.call.leads || !fn.escaped && len(fn.globals) == 0
	})
}

// listOrder finds lists of functions that are called in their order, where one that closes what requests need stands
// before one that stops the server.
func (l *link) listOrder(fn *ssa.Function) {
	for instr := range instrs(fn) {
		var early []*op
		for _, element := range calledInOrder(instr) {
			made := l.u.made[element]
			if made == nil {
				continue
			}
			does := &link{u: l.u, result: l.result}
			for _, o := range l.u.opsOf(made) {
				o = l.u.placed(o, instr, inline)
				if !o.site.IsValid() { // a method value's
					o.site = element.Pos()
					l.u.p.locate(o)
				}
				does.ops = append(does.ops, o)
			}
			if len(does.lives()) > 0 {
				break
			}
			stops := does.drains()
			for _, o := range early {
				if len(stops) > 0 && l.serves(o) && !slices.ContainsFunc(l.drains(), func(s *op) bool { return follows(s, o) }) {
					l.once(ruleWrongOrder, o, Verdict{What: o.api.pkgName() + "." + o.api.typ, Other: stops[0].method, OtherAt: stops[0].site})
				}
			}
			if len(stops) > 0 {
				break
			}
			early = append(early, does.of(opRelinquish)...)
		}
	}
}

// calledInOrder lists functions that a call in a loop calls one after the other, as far as the list of them is in sight.
func calledInOrder(instr ssa.Instruction) []ssa.Value {
	list := walked(instr)
	if list == nil {
		return nil
	}
	functions, _ := elements(list)
	return functions
}

// walked returns the list of which a call calls each element, from the first on, or nil.
func walked(instr ssa.Instruction) ssa.Value {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return nil
	}
	load, ok := call.Call.Value.(*ssa.UnOp)
	if !ok {
		return nil
	}
	elem, ok := load.X.(*ssa.IndexAddr)
	if !ok {
		return nil
	}
	index, first := elem.Index, 0
	if next, ok := index.(*ssa.BinOp); ok && isNext(next, next.X) { // a range loop counts first
		index, first = next.X, -1
	}
	count, ok := index.(*ssa.Phi)
	if !ok {
		return nil
	}
	for i, edge := range count.Edges {
		if !isInt(edge, first) && !(isNext(edge, count) && call.Block().Dominates(count.Block().Preds[i])) {
			return nil
		}
	}
	return elem.X
}

// isNext reports whether v is 1 more than another value.
func isNext(v, than ssa.Value) bool {
	sum, ok := v.(*ssa.BinOp)
	return ok && sum.Op == token.ADD && sum.X == than && isInt(sum.Y, 1)
}

// elements lists what a slice holds, in order, and reports whether that is all.
func elements(slice ssa.Value) ([]ssa.Value, bool) {
	switch slice := slice.(type) {
	case *ssa.Const:
		return nil, slice.IsNil()
	case *ssa.Slice:
		if array, ok := slice.X.(*ssa.Alloc); ok && slice.Low == nil && slice.High == nil {
			return stored(array), true
		}
	case *ssa.Call:
		if isAppend(slice) {
			head, ok := elements(slice.Call.Args[0])
			tail, also := elements(slice.Call.Args[1])
			return slices.Concat(head, tail), ok && also
		}
	case *ssa.UnOp: // goroutines may have added more
		if last := lastAdded(slice); last != nil {
			held, _ := elements(last.Val)
			return held, false
		}
	}
	return nil, false
}

func isAppend(call *ssa.Call) bool {
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "append" && len(call.Call.Args) == 2
}

// lastAdded returns the last assignment that was certainly made to a list's variable when it is read, and to which
// others can only have added; or nil.
func lastAdded(load *ssa.UnOp) *ssa.Store {
	all := stores(captured(load.X))
	var last *ssa.Store
	for _, store := range all {
		at := seenFrom(load, store.Parent())
		if at != nil && precedes(store, at) && stays(store, all) && (last == nil || precedes(last, store)) {
			last = store
		}
	}
	return last
}

// stays reports whether nothing but additions is assigned to a list's variable after an assignment.
func stays(store *ssa.Store, all []*ssa.Store) bool {
	return !slices.ContainsFunc(all, func(other *ssa.Store) bool {
		at := seenFrom(store, other.Parent())
		return other != store && !adds(other) && (at == nil || canFollow(at, other))
	})
}

// adds reports whether a list's variable is assigned itself and more.
func adds(store *ssa.Store) bool {
	call, ok := store.Val.(*ssa.Call)
	if !ok || !isAppend(call) {
		return false
	}
	load, ok := call.Call.Args[0].(*ssa.UnOp)
	return ok && load.Op == token.MUL && captured(load.X) == captured(store.Addr)
}

// stored lists what the elements of an array literal are, in order.
func stored(array *ssa.Alloc) []ssa.Value {
	type element struct {
		index int64
		value ssa.Value
	}
	var all []element
	for _, ref := range *array.Referrers() {
		at, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		index, ok := at.Index.(*ssa.Const)
		if !ok {
			return nil
		}
		for _, use := range *at.Referrers() {
			if store, ok := use.(*ssa.Store); ok && store.Addr == at {
				all = append(all, element{index.Int64(), store.Val})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b element) int { return cmp.Compare(a.index, b.index) })
	var values []ssa.Value
	for _, e := range all {
		values = append(values, e.value)
	}
	return values
}
