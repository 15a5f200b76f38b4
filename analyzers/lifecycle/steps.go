package lifecycle

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A Step is something that takes its time once the signal has come. The steps are a partial order: what is none of those
// that end before another begins may be done beside it.
type Step struct {
	Kind   StepKind `json:"kind"`
	At     Place    `json:"at"`
	Method string   `json:"method"` // that is called; empty for a sleep, the wait for a channel, and the end of main
	Of     string   `json:"of"`     // what it is called on, such as http.Server; empty for sleeps and waits
	Server int      `json:"server"` // of a stop: the index in Servers; else -1
	Limit  Seconds  `json:"limit"`  // of a sleep: what it takes; else what it may take at most; 0: that is not known
	Sure   bool     `json:"sure"`   // it is done in any case
	After  []int    `json:"after"`  // the steps that end before it begins; none: it begins with the signal
	Since  []int    `json:"since"`  // of a limit: the steps that end before it begins to run
	For    []int    `json:"for"`    // of a wait: the steps that it waits for; none: that is not known
}

// A StepKind is what a step does.
type StepKind string

const (
	Sleeps   StepKind = "sleep"
	Stops    StepKind = "stop"    // a server, gracefully
	Cuts     StepKind = "cut"     // the open requests of a server
	Waits    StepKind = "wait"    // for goroutines, or for a channel
	CleansUp StepKind = "cleanup" // sends what is held, or closes what requests needed
	Ends     StepKind = "end"     // the process: main returns, or somebody calls os.Exit
)

// takesTime reports whether the op may be a step.
func (o *op) takesTime() bool {
	switch o.kind {
	case opSleep, opStop, opAbort, opWait, opFlush, opRelinquish, opCloseOwn, opExit:
		return true
	}
	return false
}

// awaitsSignal reports whether the op waits for a signal, as far as the function tells: a context that ends by itself is
// none.
func (o *op) awaitsSignal() bool {
	return o.kind == opJoin && o.signal && o.node.has(timeoutField) == nil
}

// A goroutine is named by the statements that lead to it, each by its number in its function: with dots between those that
// start one, and underscores between those that are calls.
const spawns, passes = ".", "_"

// within returns the name that a goroutine has for the caller of what starts it, whose statement is to be numbered.
func within(how mode, name string) string {
	switch {
	case how != spawned && name == "":
		return ""
	case how != spawned:
		return passes + name
	case name == "":
		return spawns
	}
	return spawns + spawns + name
}

// under returns the goroutine that starts another: empty is the frame's own.
func under(name string) string { return name[:max(0, strings.LastIndex(name, spawns))] }

// nameGoroutines numbers the statements that lead to goroutines.
func (f *frame) nameGoroutines() {
	numbers := map[ssa.Instruction]string{}
	number := func(at ssa.Instruction, name string) string {
		if name == "" || at == nil {
			return name
		}
		if numbers[at] == "" {
			numbers[at] = strconv.Itoa(len(numbers) + 1)
		}
		return numbers[at] + strings.TrimPrefix(name, spawns)
	}
	for _, o := range f.ops {
		o.goroutine = number(o.at, o.goroutine)
		for i, name := range o.awaits {
			o.awaits[i] = number(o.at, name)
		}
	}
}

// relateSteps finds out in which order the frame does what takes time when the program stops, and whether it always does.
func (f *frame) relateSteps(u *unit) {
	if u.p.sharp && !slices.ContainsFunc(f.ops, func(o *op) bool { return o.kind == opStart || o.kind == opStop || o.awaitsSignal() }) {
		return
	}
	f.noteWaits()
	if !slices.ContainsFunc(f.ops, (*op).takesTime) {
		return
	}
	var waits []*op
	for _, o := range f.ops {
		if o.mode == inline && !o.deferred && o.at != nil && (o.awaitsSignal() || o.kind == opStart || o.kind == opWait) {
			waits = append(waits, o)
		}
	}
	for _, o := range f.ops {
		if !o.takesTime() || o.mode == later || o.at == nil {
			continue
		}
		o.repeated = o.repeated || canFollow(o.at, o.at)
		o.unsure = o.unsure || !f.always(o.at) && !slices.ContainsFunc(waits, func(w *op) bool { return f.surelyAfter(w, o) })
		o.aside = o.aside || f.isAside(o, waits)
	}
	position := positions(f.fn)
	rank := func(o *op) int {
		if o.deferred { // the last deferred call runs first
			return 2*len(position) - position[o.at]
		}
		return position[o.at]
	}
	slices.SortStableFunc(f.ops, func(a, b *op) int { return cmp.Compare(rank(a), rank(b)) })
}

// positions numbers the instructions from 1 on so that what is done later has a higher number, loops aside.
func positions(fn *ssa.Function) map[ssa.Instruction]int {
	var last []*ssa.BasicBlock // first
	seen := make([]bool, len(fn.Blocks))
	var visit func(block *ssa.BasicBlock)
	visit = func(block *ssa.BasicBlock) {
		seen[block.Index] = true
		for _, next := range slices.Backward(block.Succs) {
			if !seen[next.Index] {
				visit(next)
			}
		}
		last = append(last, block)
	}
	visit(fn.Blocks[0])
	position := map[ssa.Instruction]int{}
	for _, block := range slices.Backward(last) {
		for _, instr := range block.Instrs {
			position[instr] = len(position) + 1
		}
	}
	return position
}

// surelyAfter reports whether every way from where the wait is over comes by o.
func (f *frame) surelyAfter(wait, o *op) bool {
	if o.at == wait.at {
		return true // that was judged in the frame of what is called
	}
	from := wait.at
	if sel, ok := from.(*ssa.Select); ok {
		if chosen := caseBlock(sel, slices.IndexFunc(sel.States, func(s *ssa.SelectState) bool { return s.Pos == wait.site })); chosen != nil {
			from = chosen.Instrs[0]
		}
	}
	if o.deferred && precedes(o.at, wait.at) {
		return true
	}
	if from != o.at && !reachesAvoiding(from, o.at, nil) {
		return false
	}
	for instr := range instrs(f.fn) {
		if _, ok := instr.(*ssa.Return); ok && instr.Block() != f.fn.Recover && reachesAvoiding(from, instr, []ssa.Instruction{o.at}) {
			return false
		}
	}
	return true
}

// isAside reports whether o is done only when a select has taken another case than that of the signal.
func (f *frame) isAside(o *op, waits []*op) bool {
	aside := false
	for _, w := range waits {
		if w.awaitsSignal() && w.at != o.at && precedes(w.at, o.at) {
			if !isOtherCase(w, o) {
				return false
			}
			aside = true
		}
	}
	return aside
}

// noteWaits notes, after each join, what it waits for. What the join of a function that is called waits for may only be
// known here.
func (f *frame) noteWaits() {
	if !slices.ContainsFunc(f.ops, func(o *op) bool { return o.kind == opJoin && !o.signal }) {
		return
	}
	var ops []*op
	for _, j := range f.ops {
		ops = append(ops, j)
		if j.kind != opJoin || j.signal || j.node == nil || j.mode == later || j.at == nil || j.node.has(timeoutField) != nil {
			continue
		}
		w := *j
		w.kind, w.released, w.with = opWait, nil, nil
		if j.either {
			switch {
			case j.with == nil, f.isSignal(j.with):
				continue // it looks only, or what has come is the signal
			case j.with.has(timeoutField) != nil:
				w.with = j.with
			default:
				w.node = &node{escaped: true}
			}
		}
		w.awaits = f.awaitedBy(&w)
		ops = append(ops, &w)
	}
	f.ops = ops
}

// isSignal reports whether the frame waits for the node as for a signal.
func (f *frame) isSignal(n *node) bool {
	return slices.ContainsFunc(f.ops, func(o *op) bool { return o.awaitsSignal() && o.node.find() == n.find() })
}

// awaitedBy names the goroutines whose end ends the wait, or none when that is not all, or not known.
func (f *frame) awaitedBy(wait *op) []string {
	if wait.node.find().escaped {
		return nil
	}
	released := func(o *op) bool {
		return slices.ContainsFunc(o.released, func(n *node) bool { return n.find() == wait.node.find() })
	}
	var names []string
	for _, o := range f.ops {
		switch {
		case o.kind == opCall && o.call.release != nil && o.call.release.find() == wait.node.find():
			if !slices.ContainsFunc(f.ops, func(done *op) bool { return done.at == o.at && done.mode == spawned }) {
				return nil // a goroutine of which nothing is known
			}
		case !released(o) && !(o.kind == opRelease && o.node.find() == wait.node.find()):
		case o.mode != spawned || o.goroutine == "":
			return nil
		case !slices.Contains(names, o.goroutine):
			names = append(names, o.goroutine)
		}
	}
	afterwards := func(o *op) bool {
		return (o.kind == opStop || o.kind == opAbort) && slices.Contains(names, o.goroutine) && !released(o)
	}
	if wait.method == "" && len(names) > 1 || slices.ContainsFunc(f.ops, afterwards) {
		return nil
	}
	return names
}

// A routine is a goroutine that is followed from where it is started, through what takes time when the program stops.
type routine struct {
	name  string
	ops   []*op // that it does; one of another goroutine stands for where that is started
	next  int
	after []int // the steps that have ended where it is
	began bool  // the signal has come, or what came of it
	live  bool  // it has been started
	ended bool
}

// A course follows all goroutines of a program.
type course struct {
	*link
	goroutines map[string]*routine
	order      []*routine
	stops      map[*node]int   // the first step that stops a server
	clocks     map[*node][]int // what had ended when a context's time began to run
	over       map[*node][]int // what had ended when a context was cancelled
	stale      map[*node]bool  // its time began to run before the signal
	unseen     []int           // stops for which main may wait in a way that is not seen
}

// steps lists what the program does once the signal has come.
func (l *link) steps() {
	w := &course{link: l, goroutines: map[string]*routine{}, stops: map[*node]int{}, clocks: map[*node][]int{}, over: map[*node][]int{}, stale: map[*node]bool{}}
	w.goroutine("").live = true
	for _, o := range l.u.frame(l.u.funcs[0]).ops {
		if o.mode != later && !o.aside && (o.takesTime() || o.kind == opStart || o.kind == opTimer || o.kind == opJoin && o.signal || o.kind == opRelease) {
			g := w.goroutine(o.goroutine)
			g.ops = append(g.ops, o)
		}
	}
	for again := true; again; {
		again = false
		for _, g := range w.order {
			for g.live && g.next < len(g.ops) && w.goesOn(g, g.ops[g.next]) {
				g.next++
				again = true
			}
			if g.live && g.next == len(g.ops) && !g.ended {
				g.ended, again = true, true
				if g.name == "" && g.began && !slices.ContainsFunc(w.unseen, func(i int) bool { return !w.isOver(i, g.after) }) {
					end := &op{site: l.u.funcs[0].Pos()}
					l.u.p.locate(end)
					w.add(g, Step{Kind: Ends, At: end.origin.place(), Server: -1, Sure: true})
				}
			}
		}
	}
}

func (w *course) goroutine(name string) *routine {
	g := w.goroutines[name]
	if g == nil {
		g = &routine{name: name}
		w.goroutines[name] = g
		w.order = append(w.order, g)
		if name != "" {
			parent := w.goroutine(under(name))
			parent.ops = append(parent.ops, &op{goroutine: name})
		}
	}
	return g
}

// add adds a step that a goroutine comes to.
func (w *course) add(g *routine, s Step) int {
	s.After, s.For = append([]int{}, g.after...), append([]int{}, s.For...)
	if s.Since == nil {
		s.Since = s.After
	}
	i := len(w.program.Steps)
	w.program.Steps = append(w.program.Steps, s)
	g.after = []int{i}
	return i
}

// begin notes that a goroutine goes on because of the signal.
func (g *routine) begin(after []int) {
	g.began = true
	g.after = union(slices.Clone(g.after), after)
}

// goesOn lets a goroutine do an op, and reports false when it cannot get there yet.
func (w *course) goesOn(g *routine, o *op) bool {
	step := Step{At: o.origin.place(), Method: o.method, Server: -1, Sure: !o.unsure}
	if o.api != nil {
		step.Of = strings.TrimSuffix(o.api.pkgName()+"."+o.api.typ, ".")
	}
	switch {
	case o.goroutine != g.name:
		child := w.goroutines[o.goroutine]
		child.live, child.began, child.after = true, g.began, slices.Clone(g.after)
	case o.kind == opJoin:
		return w.awaitsContext(g, o)
	case o.kind == opRelease:
		if g.began && o.node != nil {
			w.over[o.node.find()] = g.after
		}
	case o.kind == opStart:
		return w.serves(g, o, step)
	case o.kind == opTimer:
		w.clocks[o.node.find()] = g.after
		w.stale[o.node.find()] = !g.began
	case o.kind == opWait:
		return w.waitsFor(g, o, step)
	case !g.began:
	case o.kind == opSleep:
		if ns, ok := o.node.number(); ok && !o.repeated {
			step.Limit = seconds(ns)
		}
		step.Kind, step.Method = Sleeps, ""
		w.add(g, step)
	case o.kind == opStop || o.kind == opAbort:
		w.stopsServer(g, o, step)
	case o.kind == opFlush || o.kind == opRelinquish || o.kind == opCloseOwn:
		if slices.ContainsFunc(w.program.Steps, func(s Step) bool { return s.Kind == CleansUp && s.At == step.At }) {
			break // what is one call there is one step
		}
		step.Kind = CleansUp
		w.limit(g, o, &step)
		w.add(g, step)
	case o.kind == opExit && o.panics(): // so does a select without cases, where it hangs
		return o.unsure
	case o.kind == opExit && !o.unsure:
		step.Kind = Ends
		w.add(g, step)
		g.next, g.live = len(g.ops), false
		return false
	}
	return true
}

// limit notes how long a step may take at most, and since when that counts.
func (w *course) limit(g *routine, o *op, s *Step) {
	if o.with == nil || o.repeated {
		return
	}
	ctx := o.with.find()
	since, known := w.clocks[ctx]
	if !known {
		since = g.after
		w.clocks[ctx] = since
	}
	if !w.stale[ctx] {
		s.Limit, s.Since = limitOf(ctx), append([]int{}, since...)
	}
}

func (w *course) stopsServer(g *routine, o *op, s Step) {
	server := o.node.find()
	_, again := w.stops[server]
	if o.kind == opAbort && (again || w.serverOf(server) < 0) {
		return // of what is left, or of a listener
	}
	s.Kind, s.Server = Cuts, w.serverOf(server)
	if o.kind == opStop && (o.with == nil || !w.isSignals(o.with)) { // else it gives up at once: the context is done
		s.Kind = Stops
		w.limit(g, o, &s)
	}
	i := w.add(g, s)
	if !again {
		w.stops[server] = i
	}
	if g.name != "" && (o.lostSight || escapes(o.released)) {
		w.unseen = append(w.unseen, i)
	}
}

// serverOf returns the index of the server, or -1.
func (w *course) serverOf(server *node) int {
	return slices.IndexFunc(w.servedBy, func(start *op) bool { return start.node.find() == server })
}

// serves lets a goroutine start a server, which returns when the server is stopped.
func (w *course) serves(g *routine, o *op, s Step) bool {
	stop, stopped := w.stops[o.node.find()]
	switch {
	case stopped && o.api.waits:
		g.begin([]int{stop})
	case stopped:
		g.begin(w.program.Steps[stop].After)
	case slices.Contains(o.api.owns, o.method) || o.api.ctx && o.with != nil && w.isSignals(o.with):
		g.began = true
		w.stopsServer(g, &op{kind: opStop, node: o.node}, s)
	default:
		return false
	}
	return true
}

// isSignals reports whether the channel or context is one that the signal ends: SIGTERM, or what is caught instead.
func (w *course) isSignals(n *node) bool {
	instead := !slices.ContainsFunc(w.ops, mayCatchTerm)
	return slices.ContainsFunc(w.ops, func(c *op) bool {
		return c.kind == opCatch && (instead || mayCatchTerm(c)) && c.node != nil && isFrom(n, c.node)
	})
}

// awaitsContext lets a goroutine wait for a signal, or for the end of a context.
func (w *course) awaitsContext(g *routine, o *op) bool {
	switch {
	case o.node.has(timeoutField) != nil && (g.began || o.either): // it limits the wait for something else
		return true
	case w.isSignals(o.node):
		if g.began && o.node.has(parentField) == nil {
			return false // a second signal, which does not come
		}
		g.began = true
		return true
	}
	for _, ctx := range lineOf(o.node) {
		if after, ended := w.over[ctx]; ended {
			g.begin(after)
			return true
		}
	}
	return false
}

// awaitsSteps lets a goroutine wait for steps. Where they are over already, it does not.
func (w *course) awaitsSteps(g *routine, o *op, s Step, last []int) {
	switch {
	case !g.began:
		g.begin(last)
	case slices.ContainsFunc(last, func(i int) bool { return !w.isOver(i, g.after) }):
		s.Kind, s.For = Waits, last
		w.limit(g, o, &s)
		w.add(g, s)
	}
}

// isOver reports whether a step is over when those are.
func (w *course) isOver(step int, after []int) bool {
	seen := make([]bool, len(w.program.Steps))
	for after = slices.Clone(after); len(after) > 0; {
		i := after[0]
		if after = after[1:]; i == step {
			return true
		}
		if !seen[i] {
			seen[i] = true
			after = append(after, slices.Concat(w.program.Steps[i].After, w.program.Steps[i].For)...)
		}
	}
	return false
}

// isUnderstood reports whether it is known what decides when the goroutine ends: it starts or stops a server, or has
// another do so.
func (w *course) isUnderstood(g *routine) bool {
	return slices.ContainsFunc(g.ops, func(o *op) bool {
		if o.goroutine != g.name {
			return w.isUnderstood(w.goroutines[o.goroutine])
		}
		return o.kind == opStart || o.kind == opStop || o.kind == opAbort
	})
}

// waitsFor lets a goroutine wait for others.
func (w *course) waitsFor(g *routine, o *op, s Step) bool {
	if o.method == "" && o.node != nil && o.with == nil { // a channel
		if after, closed := w.over[o.node.find()]; closed {
			w.awaitsSteps(g, o, s, after)
			return true
		}
	}
	known := len(o.awaits) > 0
	var last []int
	began := false
	for _, name := range o.awaits {
		other := w.goroutines[name]
		if other == nil || !w.isUnderstood(other) {
			known = false
			break
		}
		if !other.ended {
			return false
		}
		last = union(last, other.after)
		began = began || other.began
	}
	switch {
	case known && (began || g.began):
		w.awaitsSteps(g, o, s, last)
	case g.began:
		s.Kind = Waits
		w.limit(g, o, &s)
		w.add(g, s)
	case !known: // as it starts, if it looks for the signal later
		if o.method == "" && o.node != nil && slices.ContainsFunc(w.order, func(other *routine) bool {
			return slices.ContainsFunc(other.ops, func(r *op) bool { return r.kind == opRelease && r.node.find() == o.node.find() })
		}) {
			return false
		}
		return slices.ContainsFunc(g.ops[g.next:], func(o *op) bool { return o.goroutine == g.name && o.awaitsSignal() })
	}
	return true
}
