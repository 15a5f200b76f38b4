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
	seen := newTold()
	for instr := range instrs(fn) {
		for _, o := range u.ops[instr] {
			f.ops = append(f.ops, u.expand(o, instr, seen)...)
		}
	}
	if u.isTooMuch(f) {
		u.tooMuch, f.ops = true, nil
		return f
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

// isTooMuch reports whether the frame has more ops than can be put in order.
func (u *unit) isTooMuch(f *frame) bool {
	return u.copies > maxCopies || len(f.ops)*len(f.ops)*(20+len(f.fn.Blocks)) > maxOrder
}

// isUnderstood reports whether the unit's frames tell all that its functions do.
func (u *unit) isUnderstood() bool {
	for _, fn := range u.funcs {
		u.frame(fn)
	}
	return !u.tooMuch && u.copies <= maxCopies
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
	seen := newTold()
	for _, o := range l.ops {
		ops = append(ops, u.expand(o, nil, seen)...)
	}
	return ops
}

// expand returns the op as the frame of an instruction sees it: for a call of a function value, what that does. What is
// done by somebody, sometime, is told once: seen are the functions of which it has been.
func (u *unit) expand(o *op, at ssa.Instruction, seen told) []*op {
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
		return append(ops, u.whatever(o, o.call.fn, at, seen)...)
	}
	if u.isUnknown(o.call) { // it may call what it is given
		for _, arg := range o.call.args {
			ops = append(ops, u.whatever(o, arg, at, seen)...)
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
			if o.call.oneOf && placed.command == nil {
				placed.line, placed.command = o.call, target
			}
			placed.standAt(o)
			ops = append(ops, placed)
		}
	}
	return ops
}

// A told is what has been told of what is done by somebody, sometime: the functions, and the values that lead to them.
type told struct {
	funcs  map[*lambda]bool
	values map[*node]bool
}

func newTold() told { return told{map[*lambda]bool{}, map[*node]bool{}} }

// whatever returns what somebody may do who comes to hold the value, and what that leads to: each once, sometime.
func (u *unit) whatever(call *op, held *node, at ssa.Instruction, seen told) []*op {
	var ops []*op
	var visit func(l *lambda, unnamed bool)
	visitAll := func(n *node, unnamed bool) {
		n.reach(seen.values, func(n *node) {
			for _, l := range n.functions() {
				visit(l, unnamed)
			}
		})
	}
	add := func(done []*op, unnamed bool) {
		for _, o := range done {
			switch {
			case o.kind == opCall && o.call.method == anyMethod:
				visitAll(o.call.fn, unnamed)
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
				placed.ofRequest = placed.ofRequest || call.call.handler
				ops = append(ops, placed)
			}
		}
	}
	visit = func(l *lambda, unnamed bool) {
		if seen.funcs[l] {
			return
		}
		seen.funcs[l] = true
		unnamed = unnamed || l.unnamed
		add(l.ops, unnamed)
		if l.fn != nil {
			for instr := range instrs(l.fn) {
				add(u.ops[instr], unnamed)
			}
		}
	}
	visitAll(held, false)
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
	if at != nil {
		c.reach = u.reachIn(at.Parent())
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

// reachIn returns the reach of a function, which all ops there share.
func (u *unit) reachIn(fn *ssa.Function) *reach {
	if u.reaches[fn] == nil {
		u.reaches[fn] = new(reach)
	}
	return u.reaches[fn]
}

// relate finds out what the order of the frame's ops says of each.
func (f *frame) relate(u *unit) {
	var starts, joins, releases, endings, blind []*op
	for _, o := range f.ops {
		o.certain = o.certain && f.always(o.at)
		if o.kind == opJoin && o.mode == spawned && o.joined && !o.signal {
			joins = append(joins, o)
		}
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
			releases = append(releases, o) // of whoever serves and waits for that
		case opCall:
			if !o.call.leads && !o.call.report {
				blind = append(blind, o)
			}
		}
	}
	for _, j := range joins { // one that comes second tells of what comes later
		j.message = j.message && !slices.ContainsFunc(joins, func(w *op) bool { return w != j && w.kind == opJoin && isOne(w.node, j.node) })
	}
	slices.Reverse(blind) // what is done last most often follows
	f.awaited = f.awaitedStarts(joins)
	starts = append(starts, f.awaited...)
	for _, o := range f.ops {
		switch o.kind {
		case opStop, opAbort:
			if o.api != nil && o.api.waits {
				o.addReleased(o.node)
			}
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
		case opFlush, opCall, opStart, opBegin, opJoin, opClose:
			if !u.p.sharp || o.kind != opCall { // a dependency's calls are of no interest by themselves
				f.addReleased(o, releases, blind)
			}
		}
	}
	f.relateSleeps(joins)
	f.markPaused(joins)
	f.releaseAfterFuncs()
	f.passOn()
	for _, o := range f.ops {
		if o.mode == spawned && !o.joined {
			awaits := func(j *op) bool { return mayFollow(o, j) && waitsFor(j, o) && !f.endsWithout(j, o) }
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

// releaseAfterFuncs notes what context.AfterFunc's functions release, once the context that it waits for has ended.
func (f *frame) releaseAfterFuncs() {
	for _, join := range f.ops {
		if join.kind != opJoin || !isAfterFunc(join.at) {
			continue
		}
		for _, o := range f.ops {
			if o.at == join.at && (o.kind == opStop || o.kind == opRelease) {
				join.addReleased(o.node)
			}
		}
	}
}

// passOn notes what goroutines release that wait for what another one releases: who waits for theirs waits for that too.
// A start that returns when its server's stop is done is such a wait.
func (f *frame) passOn() {
	var waits []*op
	for _, o := range f.ops {
		if o.mode == spawned && len(o.released) > 0 && (o.kind == opJoin || o.kind == opStart && o.api.waits) {
			waits = append(waits, o)
		}
	}
	for _, o := range f.ops {
		if o.mode != spawned || o.joined {
			continue
		}
		for again := len(waits) > 0; again; {
			before := len(o.passedOn)
			for _, w := range waits {
				if (w.at != o.at || w.goroutine != o.goroutine) && waitsFor(w, o) {
					o.passedOn = union(o.passedOn, w.released)
				}
			}
			again = len(o.passedOn) > before
		}
	}
}

// endsWithout reports whether the wait ends before o is done, since the signal ends it too: it is for the first of
// several things, of which one is the end of the context for which o's goroutine waits, or it is for one message, which
// another goroutine sends as soon as the signal comes.
func (f *frame) endsWithout(j, o *op) bool {
	return slices.ContainsFunc(f.ops, func(s *op) bool {
		switch {
		case s.kind != opJoin || !s.signal:
			return false
		case s.at == j.at && s != j: // another case of the select
			return j.either && s.lasting && slices.ContainsFunc(f.ops, func(w *op) bool {
				return w.kind == opJoin && w.signal && w.at == o.at && w.mode == spawned && isFrom(s.node, w.node)
			})
		case j.message && s.mode == spawned && s.goroutine != o.goroutine && releases(s, j.node):
			return !slices.ContainsFunc(f.ops, func(w *op) bool { return w.kind == opJoin && w.goroutine == s.goroutine && waitsFor(w, o) })
		}
		return false
	})
}

// waitsFor reports whether the join returns only when what follows o has released it. A stop waits for what the same
// server's other stops do.
func waitsFor(j, o *op) bool {
	if j.kind == opStop {
		return (o.kind == opStop || o.kind == opAbort) && isOne(j.node, o.node)
	}
	return releases(o, j.node)
}

// releases reports whether the node, or what it is derived from, is released after o.
func releases(o *op, by *node) bool {
	leads := func(n *node) bool { return isFrom(by, n) }
	return slices.ContainsFunc(o.released, leads) || slices.ContainsFunc(o.passedOn, leads)
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
	t, ok := ch.Type().Underlying().(*types.Chan)
	return isDone(ch) || ok && t.Elem().String() == "os.Signal"
}

// isDone reports whether the channel is a context's Done.
func isDone(ch ssa.Value) bool {
	made, ok := ch.(*ssa.Call)
	return ok && made.Common().IsInvoke() && made.Common().Method.FullName() == "(context.Context).Done"
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
	seen := newRow(from.Parent())
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
			if !seen.has(next) {
				seen.add(next)
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
func mayFollow(a, b *op) bool { return a != b && (a.at == b.at && !exclusive(a, b) || follows(a, b)) }

// exclusive reports whether a run of the program does one of the two at most: they are of different commands.
func exclusive(a, b *op) bool {
	return a.command != nil && b.command != nil && a.command != b.command && a.line == b.line
}

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
		a, b = b, a // the last deferred call runs first
	}
	if a.reach == nil {
		return canFollow(a.at, b.at)
	}
	return a.reach.canFollow(a.at, b.at)
}

// canFollow reports whether control can come from a to b, of the same function.
func canFollow(a, b ssa.Instruction) bool { return new(reach).canFollow(a, b) }

// A reach says of one function what can come after what. What it has found out it keeps: it is asked of each pair of ops.
type reach struct {
	index map[ssa.Instruction]int // in its block, of blocks that were asked about
	rows  map[*ssa.BasicBlock]row // by block, those that control can come to after it
}

// A row holds a bit for each block of a function.
type row []uint64

func newRow(fn *ssa.Function) row { return make(row, 1+len(fn.Blocks)/64) }

func (r row) has(b *ssa.BasicBlock) bool { return r[b.Index/64]>>(b.Index%64)&1 != 0 }
func (r row) add(b *ssa.BasicBlock)      { r[b.Index/64] |= 1 << (b.Index % 64) }

func (r *reach) canFollow(a, b ssa.Instruction) bool {
	from, to := a.Block(), b.Block()
	if from == to && r.indexOf(a) < r.indexOf(b) {
		return true
	}
	after, known := r.rows[from]
	if !known {
		after = newRow(a.Parent())
		blocks := []*ssa.BasicBlock{from}
		for i := 0; i < len(blocks); i++ {
			for _, next := range blocks[i].Succs {
				if !after.has(next) {
					after.add(next)
					blocks = append(blocks, next)
				}
			}
		}
		if r.rows == nil {
			r.rows = map[*ssa.BasicBlock]row{}
		}
		r.rows[from] = after
	}
	return after.has(to)
}

func (r *reach) indexOf(at ssa.Instruction) int {
	if i, known := r.index[at]; known {
		return i
	}
	if r.index == nil {
		r.index = map[ssa.Instruction]int{}
	}
	for i, instr := range at.Block().Instrs {
		r.index[instr] = i
	}
	return r.index[at]
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
