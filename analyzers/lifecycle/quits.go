package lifecycle

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// quits returns an op for each exit to which a signal leads for certain, with nothing on the way that stops a server,
// waits, or tells somebody to stop.
func (f *frame) quits(u *unit) []*op {
	if !slices.ContainsFunc(f.ops, func(o *op) bool { return o.kind == opExit }) {
		return nil
	}
	var found []*op
	at := f.opsByPlace()
	for _, j := range f.ops {
		if j.kind != opJoin || !j.signal || j.mode != inline || j.at == nil || j.deferred || f.isSecond(j) || f.settlesAt(j) {
			continue
		}
		q := &quit{ops: at, state: u.stateOf(j)}
		q.signal, _ = j.at.(ssa.Value)
		found = append(found, q.from(j.at.Block(), slices.Index(j.at.Block().Instrs, j.at)+1, j.node)...)
	}
	return found
}

// settlesAt reports whether the call that waits for the signal may also stop something, or wait for something else, as an
// App's Run does that returns when all is done.
func (f *frame) settlesAt(j *op) bool {
	return slices.ContainsFunc(f.ops, func(o *op) bool {
		return o.at == j.at && o.settles() && !o.either && found(o.node) != j.node.find()
	})
}

// settles reports whether what the op does is more than to exit.
func (o *op) settles() bool {
	switch o.kind {
	case opStop, opAbort, opRelease, opJoin, opSleep, opFlush:
		return true
	}
	return false
}

// quitsAtOnce returns the ops for the exits to which the function leads from its beginning on: ctx, whose end calls it,
// is what the signal ends.
func (f *frame) quitsAtOnce(ctx *node) []*op {
	q := &quit{ops: f.opsByPlace()}
	return q.from(f.fn.Blocks[0], 0, ctx)
}

// isSecond reports whether another signal has been waited for before: whoever sends a second one does not want to wait.
func (f *frame) isSecond(j *op) bool {
	return slices.ContainsFunc(f.ops, func(o *op) bool {
		return o != j && o.kind == opJoin && o.signal && o.mode == inline && o.at != j.at && follows(o, j) && !follows(j, o)
	})
}

// stateOf returns the index of the state by which a select waits for what the op waits for, or -1.
func (u *unit) stateOf(j *op) int {
	if sel, ok := j.at.(*ssa.Select); ok {
		return slices.IndexFunc(sel.States, func(s *ssa.SelectState) bool { return u.value(s.Chan).find() == j.node.find() })
	}
	return -1
}

// A quit follows a function from where the signal has come.
type quit struct {
	ops    map[ssa.Instruction][]*op
	signal ssa.Value // that has received it; nil: the function is called then
	state  int       // of the select that it is, or -1
	calls  []*node   // function values that are called on the way
	exits  []*op
	open   bool                     // some way does not lead to an exit
	seen   map[*ssa.BasicBlock]bool // whether it is on the way; a block that was left has been looked at whole
}

// opsByPlace lists what the frame does by instruction, but for what is deferred.
func (f *frame) opsByPlace() map[ssa.Instruction][]*op {
	ops := map[ssa.Instruction][]*op{}
	for _, o := range f.ops {
		if !o.deferred {
			ops[o.at] = append(ops[o.at], o)
		}
	}
	return ops
}

func (q *quit) from(block *ssa.BasicBlock, at int, node *node) []*op {
	q.seen = map[*ssa.BasicBlock]bool{}
	q.walk(block, at)
	if q.open {
		return nil
	}
	var found []*op
	for _, exit := range q.exits {
		o := *exit
		o.kind, o.node, o.released = opQuit, node, q.calls
		o.afterSignal = false // but for the one that it quits on
		found = append(found, &o)
	}
	return found
}

func (q *quit) walk(block *ssa.BasicBlock, at int) {
	for _, instr := range block.Instrs[at:] {
		for _, o := range q.ops[instr] {
			switch {
			case o.settles():
				q.open = true
				return
			case o.kind == opExit:
				if o.mode == inline && o.sure {
					q.open = q.open || o.method == "panic"
					q.exits = append(q.exits, o)
					return
				}
			case o.kind == opCall:
				if o.call.method != "" {
					q.open = q.open || !o.call.leads
				} else {
					q.calls = append(q.calls, o.call.fn)
				}
			}
		}
		switch instr := instr.(type) {
		case *ssa.Return:
			q.open = true
			return
		case *ssa.If:
			if holds, known := q.decide(instr.Cond); known {
				q.enter(block.Succs[map[bool]int{true: 0, false: 1}[holds]])
				return
			}
		}
	}
	for _, next := range block.Succs {
		q.enter(next)
	}
}

// enter follows the control flow into a block, once for all ways that lead there. What comes round leads nowhere.
func (q *quit) enter(block *ssa.BasicBlock) {
	if onWay, known := q.seen[block]; known {
		q.open = q.open || onWay
		return
	}
	q.seen[block] = true
	if !q.open {
		q.walk(block, 0)
	}
	q.seen[block] = false
}

// decide says whether a condition holds when SIGTERM has come.
func (q *quit) decide(cond ssa.Value) (holds, known bool) {
	switch cond := cond.(type) {
	case *ssa.UnOp:
		if cond.Op == token.NOT {
			holds, known = q.decide(cond.X)
			return !holds, known
		}
	case *ssa.Extract: // the ok of a range over the channel, or of an assertion that the signal is a number
		if assert, ok := cond.Tuple.(*ssa.TypeAssert); ok {
			return true, cond.Index == 1 && isSignal(assert.AssertedType) && q.isSignal(assert.X)
		}
		return true, cond.Tuple == q.signal && cond.Type().String() == "bool" && q.state < 0
	case *ssa.BinOp:
		if cond.Op != token.EQL && cond.Op != token.NEQ {
			return false, false
		}
		if index, ok := cond.X.(*ssa.Extract); ok && index.Tuple == q.signal && q.state >= 0 && index.Index == 0 {
			return isInt(cond.Y, q.state) == (cond.Op == token.EQL), true
		}
		for _, pair := range [][2]ssa.Value{{cond.X, cond.Y}, {cond.Y, cond.X}} {
			if number, ok := signalNumber(pair[1]); ok && q.isSignal(pair[0]) {
				return (number == SIGTERM) == (cond.Op == token.EQL), true
			}
		}
	}
	return false, false
}

// isSignal reports whether the value is the signal that was received.
func (q *quit) isSignal(v ssa.Value) bool {
	v = settled(v)
	if v == q.signal {
		return true
	}
	switch v := v.(type) {
	case *ssa.TypeAssert:
		return q.isSignal(v.X)
	case *ssa.Extract:
		if assert, ok := v.Tuple.(*ssa.TypeAssert); ok {
			return v.Index == 0 && q.isSignal(assert.X)
		}
		return v.Tuple == q.signal && (q.state < 0) == (v.Index == 0)
	}
	return false
}

// quits lists the exits to which the first SIGTERM leads: what is called on the way does not stop anything either.
func (l *link) quits(catches []*op) []*op {
	return slices.DeleteFunc(l.of(opQuit), func(q *op) bool {
		return q.afterSignal || !slices.ContainsFunc(catches, func(c *op) bool { return c.node != nil && isFrom(q.node, c.node) }) ||
			slices.ContainsFunc(q.released, l.maySettle)
	})
}

// maySettle reports whether a function value, when it is called, may stop a server, or have it stopped.
func (l *link) maySettle(fn *node) bool {
	fn = fn.find()
	return len(fn.funcs) == 0 || fn.escaped || slices.ContainsFunc(fn.funcs, func(f *lambda) bool {
		return slices.ContainsFunc(l.u.opsOf(f), func(o *op) bool {
			switch o.kind {
			case opAbort:
				return o.api == nil || !o.api.worker || l.isStarted(o.node) // a broker's connection may have no worker
			case opStop, opRelease, opJoin:
				return true
			case opCall:
				return !o.call.leads
			}
			return false
		})
	})
}

// isStarted reports whether the program starts a server.
func (l *link) isStarted(server *node) bool {
	return slices.ContainsFunc(l.ops, func(o *op) bool { return (o.kind == opStart || o.kind == opBegin) && o.node.find() == server.find() })
}
