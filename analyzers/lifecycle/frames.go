package lifecycle

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A frame is what one function of a unit does, what it calls included, in an order: that of its own instructions.
type frame struct {
	fn      *ssa.Function
	ops     []*op
	awaited []*op // see awaitedStarts
}

// frame returns what fn does. A function that calls itself does nothing new by it.
func (u *unit) frame(fn *ssa.Function) *frame {
	if f := u.frames[fn]; f != nil {
		return f
	}
	f := &frame{fn: fn}
	u.frames[fn] = f
	seen := map[*lambda]bool{}
	for instr := range instrs(fn) {
		for _, o := range u.ops[instr] {
			f.ops = append(f.ops, u.expand(o, instr, seen)...)
		}
	}
	f.nameGoroutines()
	f.ops = u.followErrors(fn, f.ops)
	if !u.p.sharp {
		f.markArguments(u.p)
	}
	f.relate(u)
	if !u.p.sharp {
		f.markArguments(u.p) // of goroutines too, now that it is known which are waited for
	}
	f.markLate(u)
	f.ops = append(f.ops, f.quits(u)...)
	f.relateSteps(u)
	return f
}

// opsOf returns what a call of a function value does.
func (u *unit) opsOf(l *lambda) []*op {
	if u.active[l] {
		return nil
	}
	u.active[l] = true
	defer delete(u.active, l)
	if l.fn != nil {
		return u.frame(l.fn).ops
	}
	var ops []*op
	seen := map[*lambda]bool{}
	for _, o := range l.ops {
		ops = append(ops, u.expand(o, nil, seen)...)
	}
	return ops
}

// maxCopies limits the ops of a unit: one that has more is not understood.
const maxCopies = 20_000

// expand returns the op as the frame of an instruction sees it: for a call of a function value, what that does. What is
// done by somebody, sometime, is told once: seen are the functions of which it has been.
func (u *unit) expand(o *op, at ssa.Instruction, seen map[*lambda]bool) []*op {
	if u.copies > maxCopies {
		return nil
	}
	ops := []*op{u.placed(o, at, inline)}
	if o.kind == opMust && o.call != nil {
		for _, fatal := range u.fatals(o) {
			ops = append(ops, u.placed(fatal, at, inline))
		}
	}
	if o.kind != opCall {
		return ops
	}
	if o.call.method == anyMethod {
		return append(ops, u.whatever(o, o.call.targets, at, seen)...)
	}
	if u.isUnknown(o.call) { // it may call what it is given
		for _, arg := range o.call.args {
			ops = append(ops, u.whatever(o, arg.lambdas(), at, seen)...)
		}
	}
	targets, how := o.call.targets, o.call.mode
	for _, target := range targets {
		if o.call.after != nil && target.fn != nil {
			for _, quit := range u.frame(target.fn).quitsAtOnce(o.call.after) {
				ops = append(ops, u.placed(quit, at, how))
			}
		}
		does := u.opsOf(target)
		// One of several, unless it is a command that serves: of these, the pod runs it.
		isChoice := len(targets) > 1 && !slices.ContainsFunc(does, (*op).awaitsSignal)
		for _, done := range does {
			if done.kind == opMust && done.call == nil && !isDynamic(at) {
				continue // it was not given the arguments of this call
			}
			if done.kind == opAccept {
				continue // its error is a result of the target, not of this function
			}
			if done.kind == opWait && done.node != nil {
				continue // the join says so, and more is known of it here
			}
			placed := u.placed(done, at, how)
			if placed.rawError > 0 && placed.kind != opMust {
				placed.rawError = o.rawError
			}
			if o.call.timer && placed.kind == opExit {
				placed.kind = opWatchdog
			}
			placed.doneIn(o, done)
			placed.unsure = placed.unsure || isChoice
			placed.standAt(o)
			ops = append(ops, placed)
		}
	}
	return ops
}

// whatever returns what somebody may do who comes to hold the functions, and what these lead to: each once, sometime.
func (u *unit) whatever(call *op, funcs []*lambda, at ssa.Instruction, seen map[*lambda]bool) []*op {
	var ops []*op
	var visit func(l *lambda, unnamed bool)
	add := func(done []*op, unnamed bool) {
		for _, o := range done {
			switch {
			case o.kind == opCall:
				for _, target := range o.call.targets {
					visit(target, unnamed)
				}
			case unnamed && (o.kind == opStart || o.kind == opBegin): // stops count
			case o.kind == opJoin && !o.signal: // somebody else waits: no matter
			case o.kind == opBegin && o.api.worker: // a broker's client may be there to publish only
			default:
				placed := u.placed(o, at, later)
				placed.standAt(call)
				ops = append(ops, placed)
			}
		}
	}
	visit = func(l *lambda, unnamed bool) {
		if seen[l] {
			return
		}
		seen[l] = true
		unnamed = unnamed || l.unnamed
		add(l.ops, unnamed)
		if l.fn != nil {
			for instr := range instrs(l.fn) {
				add(u.ops[instr], unnamed)
			}
		}
	}
	for _, l := range funcs {
		visit(l, false)
	}
	return ops
}

// doneIn notes what is known of the call by which the op comes to be done, which was so in the callee: that a goroutine
// makes the call, whether that is waited for, and what comes after it.
func (o *op) doneIn(call, callee *op) {
	if call.mode == spawned {
		o.goroutine = within(inline, call.goroutine) + strings.TrimPrefix(within(spawned, callee.goroutine), spawns)
	}
	switch {
	case callee.mode == later || callee.mode == spawned && !callee.joined: // nor does the callee wait for it
		o.mode = max(o.mode, call.mode)
		return
	case call.mode > inline:
		o.mode, o.joined, o.leftAlone = max(o.mode, call.mode), call.joined, call.leftAlone
	}
	o.lostSight = o.lostSight || call.lostSight
	if o.kind == opQuit {
		return // its list is one of functions
	}
	o.addReleased(call.released...)
	if call.call.release != nil {
		o.addReleased(call.call.release)
	}
}

func (o *op) addReleased(nodes ...*node) {
	for _, n := range nodes {
		if !slices.ContainsFunc(o.released, func(m *node) bool { return m.find() == n.find() }) {
			o.released = append(o.released, n)
		}
	}
}

// standAt gives the op of a method value, or of an interface's method, the place where it is called. One that stands
// in another package is reached there.
func (o *op) standAt(call *op) {
	if o.origin.Line == 0 {
		o.site, o.origin, o.ignores = call.site, call.origin, call.ignores
	}
	if !o.site.IsValid() {
		o.site = call.site
	}
}

// placed returns a copy of the op at an instruction, when it is done in the given mode there.
func (u *unit) placed(o *op, at ssa.Instruction, how mode) *op {
	u.copies++
	c := *o
	c.at, c.sure = at, o.certain
	if c.base == nil {
		c.base = o
	}
	c.released = slices.Clone(o.released)
	if c.kind == opTake && at != nil && canFollow(at, at) {
		c.kind = opBegin
	}
	_, c.deferred = at.(*ssa.Defer)
	if _, ok := at.(*ssa.Go); ok {
		how = max(how, spawned)
	}
	if how == spawned && (c.mode == inline || c.mode == spawned && c.joined) {
		c.joined = false // by this frame
	}
	c.mode = max(c.mode, how)
	c.goroutine = within(how, c.goroutine)
	c.awaits = slices.Clone(c.awaits)
	for i, name := range c.awaits {
		c.awaits[i] = within(how, name)
	}
	return &c
}

// relate finds out what the order of the frame's ops says of each.
func (f *frame) relate(u *unit) {
	var starts, joins, releases, endings, blind []*op
	for _, o := range f.ops {
		o.certain = o.certain && f.always(o.at)
		if o.mode != inline {
			continue
		}
		switch o.kind {
		case opStart:
			starts = append(starts, o)
			if o.api.waits {
				joins = append(joins, o)
			}
		case opJoin:
			joins = append(joins, o)
		case opRelease:
			releases = append(releases, o)
		case opStop:
			endings = append(endings, o)
			joins = append(joins, o)
		case opCall:
			if len(o.call.targets) == 0 && !o.call.report {
				blind = append(blind, o)
			}
		}
	}
	slices.Reverse(blind) // what is done last most often follows
	f.awaited = f.awaitedStarts(joins)
	starts = append(starts, f.awaited...)
	for _, o := range f.ops {
		switch o.kind {
		case opStop, opAbort:
			if o.mode != later && f.onlyAfter(o, starts, func(s *op) bool { return s.node.find() == o.node.find() }) {
				o.late = true
			}
			f.addReleased(o, releases, blind)
			o.afterSignal = o.afterSignal || slices.ContainsFunc(joins, func(j *op) bool { return j.signal && follows(j, o) && !isOtherCase(j, o) })
		case opNotServing:
			o.late = o.late || o.mode != later && f.onlyAfter(o, endings, func(*op) bool { return true })
		case opCatch:
			// A start that blocks by mistake, in a go statement's argument, is a fault by itself.
			if o.mode != later && f.onlyAfter(o, starts, func(s *op) bool { return !s.argument }) {
				o.late = true
			}
		case opExit, opQuit, opRelinquish, opDeregister, opIgnore:
			receives := o.mode == spawned && o.afterSignal // a goroutine that waits for the signal itself
			o.afterStart = o.afterStart || slices.ContainsFunc(starts, func(s *op) bool { return follows(s, o) })
			o.afterSignal = o.afterSignal || slices.ContainsFunc(endings, func(s *op) bool { return follows(s, o) }) ||
				slices.ContainsFunc(joins, func(j *op) bool { return j.signal && follows(j, o) && !isOtherCase(j, o) })
			o.waited = o.waited || o.kind == opRelinquish && !receives && f.waitsBefore(o, joins)
			o.undone = o.undone || o.kind == opIgnore && slices.ContainsFunc(f.ops, func(c *op) bool { return mayCatchTerm(c) && follows(o, c) })
		case opFlush, opCall, opStart, opBegin:
			if !u.p.sharp || o.kind != opCall { // a dependency's calls are of no interest by themselves
				f.addReleased(o, releases, blind)
			}
		case opJoin:
			if o.signal {
				f.addReleased(o, releases, blind)
			}
		}
	}
	f.relateSleeps(joins)
	f.markPaused(joins)
	for _, o := range f.ops {
		if o.mode == spawned && !o.joined {
			awaits := func(j *op) bool { return mayFollow(o, j) && waitsFor(j, o) }
			o.joined = slices.ContainsFunc(joins, awaits)
			o.leftAlone = o.joined && !slices.ContainsFunc(joins, func(j *op) bool { return !j.either && awaits(j) })
		}
	}
	f.judgeCloses()
	f.judgeReceives(u)
}

// awaitedStarts returns an op for each wait for the end of a goroutine that serves: such a wait is as good as the start.
// What anything else releases too, like a context or a signal's channel, is none.
func (f *frame) awaitedStarts(joins []*op) []*op {
	var waits []*op
	for _, s := range f.ops {
		if s.kind != opStart || s.mode != spawned {
			continue
		}
		for _, j := range joins {
			if j.kind == opJoin && !j.signal && !j.either && mayFollow(s, j) && waitsFor(j, s) && !f.releasedElsewhere(j, s) {
				waits = append(waits, &op{kind: opStart, api: s.api, node: s.node, at: j.at, deferred: j.deferred, base: s})
			}
		}
	}
	return waits
}

// releasedElsewhere reports whether something else than the goroutine of s may end the wait. That for a group waits for
// all of its goroutines.
func (f *frame) releasedElsewhere(j, s *op) bool {
	return j.method != "Wait" && (j.node.find().escaped || slices.ContainsFunc(f.ops, func(o *op) bool {
		return o.kind == opRelease && o.at != s.at && o.node.find() == j.node.find()
	}))
}

// addReleased notes what the goroutine releases once o has been done.
func (f *frame) addReleased(o *op, releases, blind []*op) {
	if o.mode != inline && !(o.mode == spawned && o.joined) {
		return
	}
	for _, r := range releases {
		if mayFollow(o, r) {
			o.addReleased(r.node)
		}
	}
	o.lostSight = o.lostSight || slices.ContainsFunc(blind, func(b *op) bool { return b.at != o.at && follows(o, b) })
}

// waitsFor reports whether the join returns only when what follows o has released it. A start that waits for its
// server's stop joins that.
func waitsFor(j, o *op) bool {
	if j.kind != opJoin {
		return o.node != nil && j.node.find() == o.node.find() && (o.kind == opStop || o.kind == opAbort)
	}
	return slices.ContainsFunc(o.released, func(n *node) bool { return isFrom(j.node, n) })
}

// isFrom reports whether a context, or anything else, is n or is derived from it.
func isFrom(ctx, n *node) bool {
	seen := map[*node]bool{}
	for ctx = ctx.find(); ctx != nil && !seen[ctx]; ctx = ctx.has(parentField) {
		if ctx == n.find() {
			return true
		}
		seen[ctx] = true
	}
	return false
}

// isSignalChan reports whether the channel delivers signals, or is a context's Done.
func isSignalChan(ch ssa.Value) bool {
	if made, ok := ch.(*ssa.Call); ok && made.Common().IsInvoke() {
		return made.Common().Method.FullName() == "(context.Context).Done"
	}
	t, ok := ch.Type().Underlying().(*types.Chan)
	return ok && t.Elem().String() == "os.Signal"
}

// onlyAfter reports whether every way to o, from where the frame begins, comes by one of the starts. What is deferred
// comes at the end of the function.
func (f *frame) onlyAfter(o *op, starts []*op, is func(*op) bool) bool {
	var barriers []ssa.Instruction
	for _, s := range starts {
		if s.at != o.at && !s.deferred && is(s) {
			barriers = append(barriers, s.at)
		}
	}
	if len(barriers) == 0 || o.at == nil {
		return false
	}
	if !o.deferred {
		return !reachesAvoiding(f.fn.Blocks[0].Instrs[0], o.at, barriers)
	}
	for instr := range instrs(f.fn) {
		if _, ok := instr.(*ssa.RunDefers); ok && instr.Block() != f.fn.Recover && reachesAvoiding(o.at, instr, barriers) {
			return false
		}
	}
	return true
}

// always reports whether every way through the function comes by an instruction.
func (f *frame) always(at ssa.Instruction) bool {
	if at == nil {
		return true
	}
	return !returnsAvoiding(f.fn.Blocks[0].Instrs[0], at)
}

// reachesAvoiding reports whether control can come from one instruction to another and pass none of the barriers on
// its way. The first may be a barrier.
func reachesAvoiding(from, to ssa.Instruction, barriers []ssa.Instruction) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(block *ssa.BasicBlock, at int) bool
	walk = func(block *ssa.BasicBlock, at int) bool {
		for _, instr := range block.Instrs[at:] {
			if instr == to {
				return true
			}
			if slices.Contains(barriers, instr) {
				return false
			}
		}
		for _, next := range block.Succs {
			if !seen[next] {
				seen[next] = true
				if walk(next, 0) {
					return true
				}
			}
		}
		return false
	}
	return walk(from.Block(), slices.Index(from.Block().Instrs, from))
}

// mayFollow is follows, or true for two things that one call does.
func mayFollow(a, b *op) bool { return a != b && (a.at == b.at || follows(a, b)) }

// follows reports whether b may be done after a. Of two things that one call does, the order was judged in the frame of
// what it calls.
func follows(a, b *op) bool {
	switch {
	case a.at == b.at || a.at == nil || b.at == nil || a.at.Parent() != b.at.Parent():
		return false
	case b.deferred && !a.deferred:
		return true
	case a.deferred && !b.deferred:
		return false
	case a.deferred:
		return canFollow(b.at, a.at) // the last deferred call runs first
	}
	return canFollow(a.at, b.at)
}

// canFollow reports whether control can come from a to b, of the same function.
func canFollow(a, b ssa.Instruction) bool {
	from, to := a.Block(), b.Block()
	if from == to && slices.Index(from.Instrs, a) < slices.Index(from.Instrs, b) {
		return true
	}
	seen := make([]bool, len(a.Parent().Blocks))
	blocks := slices.Clone(from.Succs)
	for i := 0; i < len(blocks); i++ {
		if blocks[i] == to {
			return true
		}
		if !seen[blocks[i].Index] {
			seen[blocks[i].Index] = true
			blocks = append(blocks, blocks[i].Succs...)
		}
	}
	return false
}

// precedes reports whether a has run whenever b, of the same function, runs.
func precedes(a, b ssa.Instruction) bool {
	if a.Parent() != b.Parent() {
		return false
	}
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	block := a.Block().Instrs
	return slices.Index(block, a) < slices.Index(block, b)
}

func instrs(fn *ssa.Function) func(yield func(ssa.Instruction) bool) {
	return func(yield func(ssa.Instruction) bool) {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if !yield(instr) {
					return
				}
			}
		}
	}
}
