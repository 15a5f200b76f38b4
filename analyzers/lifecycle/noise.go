package lifecycle

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// noise are the signals that come without anybody asking for a stop, with the numbers that they have on Linux.
var noise = [...]struct {
	name   string
	number int
}{{"SIGURG", 23}, {"SIGPIPE", 13}, {"SIGCHLD", 17}, {"SIGWINCH", 28}}

// The notes of what waits for a signal: for each, a bit by signal of noise, in that order.
const (
	leaves   notes = 1                    // control goes on when it comes, and does not come back to wait again
	ends           = leaves << len(noise) // what follows stops something, or ends the process
	allLeave       = ends - leaves
)

// noiseNumbers returns the numbers of noise on the system that the package is for.
func noiseNumbers(pkg *types.Package) []int {
	numbers := make([]int, len(noise))
	syscall := importedBelow(pkg, "syscall", map[*types.Package]bool{})
	for i, n := range noise {
		numbers[i] = n.number
		if syscall == nil {
			continue
		}
		if c, ok := syscall.Scope().Lookup(n.name).(*types.Const); ok {
			if number, ok := constant.Int64Val(c.Val()); ok {
				numbers[i] = int(number)
			}
		}
	}
	return numbers
}

func importedBelow(pkg *types.Package, path string, seen map[*types.Package]bool) *types.Package {
	if pkg.Path() == path {
		return pkg
	}
	seen[pkg] = true
	for _, imp := range pkg.Imports() {
		if !seen[imp] {
			if found := importedBelow(imp, path, seen); found != nil {
				return found
			}
		}
	}
	return nil
}

// judgeReceives notes what the frame does with noise that it waits for, among other signals.
func (f *frame) judgeReceives(u *unit) {
	done := map[ssa.Instruction][]*op{}
	for _, o := range f.ops {
		if o.mode != later {
			done[o.at] = append(done[o.at], o)
		}
	}
	for _, o := range f.ops {
		if o.kind == opJoin && isAfterFunc(o.at) {
			o.notes |= afterFuncNotes(done[o.at])
		}
		if o.kind != opJoin || !o.signal || o.mode != inline || o.deferred || o.at == nil {
			continue
		}
		switch o.at.(type) {
		case *ssa.UnOp, *ssa.Select:
			o.notes |= allLeave
		}
		for i, number := range u.p.noise {
			if o.notes&(leaves<<i) == 0 {
				continue
			}
			r := &reception{f: f, u: u, done: done, wait: o, number: number, seen: map[*ssa.BasicBlock]bool{}}
			r.walk(o.at.Block(), slices.Index(o.at.Block().Instrs, o.at)+1)
			if r.again {
				o.notes &^= leaves << i
			}
			if r.ended {
				o.notes |= ends << i
			}
		}
	}
}

// isAfterFunc reports whether the instruction calls context.AfterFunc.
func isAfterFunc(at ssa.Instruction) bool {
	call, ok := at.(ssa.CallInstruction)
	return ok && call.Common().StaticCallee() != nil && call.Common().StaticCallee().String() == "context.AfterFunc"
}

// afterFuncNotes returns the notes of the wait of context.AfterFunc, which does the ops when the context has ended.
func afterFuncNotes(does []*op) notes {
	stops := func(o *op) bool { return o.kind == opStop || o.kind == opAbort || o.kind == opExit }
	if slices.ContainsFunc(does, stops) {
		return allLeave | allLeave<<len(noise)
	}
	return allLeave
}

// A reception follows the ways that control may take once a signal has been received.
type reception struct {
	f      *frame
	u      *unit
	done   map[ssa.Instruction][]*op // by each instruction
	wait   *op                       // by which it is received
	number int                       // of the signal
	seen   map[*ssa.BasicBlock]bool
	again  bool // some way leads to a wait for a signal before anything is stopped, or hands the signal on
	ended  bool // some way stops something
}

func (r *reception) walk(block *ssa.BasicBlock, from int) {
	for _, instr := range block.Instrs[from:] {
		if r.again || r.over(instr) {
			return
		}
	}
	next := block.Succs
	if branch, ok := block.Instrs[len(block.Instrs)-1].(*ssa.If); ok {
		if yes, known := r.decide(branch.Cond); known && yes {
			next = next[:1]
		} else if known {
			next = next[1:]
		}
	}
	for _, succ := range next {
		if !r.seen[succ] {
			r.seen[succ] = true
			r.walk(succ, 0)
		}
	}
}

// over reports whether the way ends with an instruction, which it takes note of.
func (r *reception) over(instr ssa.Instruction) bool {
	_, returns := instr.(*ssa.Return)
	call, _ := instr.(ssa.CallInstruction)
	given := call != nil && slices.ContainsFunc(call.Common().Args, r.isSignal)
	if given && forwards(call.Common()) {
		r.again = true
		return true
	}
	if _, deferred := instr.(*ssa.Defer); deferred {
		return false
	}
	for _, o := range r.done[instr] {
		switch o.kind {
		case opJoin:
			r.again = r.again || o.mode == inline && o.signal && (isOne(o.node, r.wait.node) || r.isCaught(o.node))
		case opStop, opAbort, opExit:
			if o.certain {
				r.ended = true
				return true
			}
			r.ended = r.ended || !given // what is given the signal may well look at it
		}
	}
	if returns {
		r.ended = r.ended || slices.ContainsFunc(r.f.ops, func(o *op) bool { return o.deferred && o.mode != later && (o.kind == opStop || o.kind == opAbort) })
	}
	return returns
}

// isCaught reports whether the frame registers the channel, or the context, for signals.
func (r *reception) isCaught(n *node) bool {
	return slices.ContainsFunc(r.f.ops, func(o *op) bool { return o.kind == opCatch && isOne(o.node, n) })
}

// forwards reports whether the call sends a signal to a process.
func forwards(common *ssa.CallCommon) bool {
	fn := common.StaticCallee()
	return fn != nil && slices.Contains([]string{"(*os.Process).Signal", "syscall.Kill", "golang.org/x/sys/unix.Kill"}, fn.String())
}

// isSignal reports whether the value is what was received.
func (r *reception) isSignal(v ssa.Value) bool {
	if _, constant := v.(*ssa.Const); constant {
		return false
	}
	return (isSignal(v.Type()) || v.Type().String() == "os.Signal") && isOne(r.u.value(v), r.wait.node)
}

// decide returns what a condition is for the signal, when that is known.
func (r *reception) decide(cond ssa.Value) (yes, known bool) {
	switch cond := cond.(type) {
	case *ssa.UnOp:
		if cond.Op == token.NOT {
			yes, known = r.decide(cond.X)
			return !yes, known
		}
	case *ssa.Extract: // v, ok := <-c, or v.(syscall.Signal)
		if assert, ok := cond.Tuple.(*ssa.TypeAssert); ok {
			return true, cond.Index == 1 && isSignal(assert.AssertedType) && r.isSignal(assert.X)
		}
		at, ok := r.wait.at.(ssa.Value)
		return true, ok && cond.Index == 1 && cond.Tuple == at
	case *ssa.BinOp:
		if cond.Op != token.EQL && cond.Op != token.NEQ {
			return false, false
		}
		equal, known := r.compare(cond.X, cond.Y)
		return equal == (cond.Op == token.EQL), known
	}
	return false, false
}

func (r *reception) compare(x, y ssa.Value) (equal, known bool) {
	if sel, ok := r.wait.at.(*ssa.Select); ok {
		if index, ok := x.(*ssa.Extract); ok && index.Tuple == sel && index.Index == 0 {
			states := r.states(sel)
			state, ok := y.(*ssa.Const)
			return ok && slices.Contains(states, int(state.Int64())), ok && len(states) == 1
		}
	}
	for _, pair := range [][2]ssa.Value{{x, y}, {y, x}} {
		if number, ok := signalNumber(pair[1]); ok && r.isSignal(pair[0]) {
			return number == r.number, true
		}
	}
	return false, false
}

// states lists the states of the select that are the wait.
func (r *reception) states(sel *ssa.Select) []int {
	var states []int
	for i, state := range sel.States {
		if state.Dir == types.RecvOnly && isOne(r.u.value(state.Chan), r.wait.node) {
			states = append(states, i)
		}
	}
	return states
}

// signalNumber returns the number of a signal that is constant.
func signalNumber(v ssa.Value) (int, bool) {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return signalNumber(v.X)
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.Int {
			return int(v.Int64()), true
		}
	case *ssa.UnOp:
		if global, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			if obj, ok := global.Object().(*types.Var); ok {
				return osSignal(obj)
			}
		}
	}
	return 0, false
}

// everyPod is how many of noise, the first ones, come to every pod that serves.
const everyPod = 2

// stopsOnNoise finds the registrations by which noise stops the program, and reports whether one of them is for every
// signal.
func (l *link) stopsOnNoise() (catchAll bool) {
	if len(l.program.Servers) == 0 {
		return false
	}
	told := map[token.Pos]bool{}
	for _, o := range l.of(opCatch) {
		if o.late {
			continue
		}
		numbers, unknown, all := caught(o.with)
		all = all && !unknown && len(numbers) == 0 || l.namesNone(o)
		for i, n := range noise {
			named := slices.Contains(numbers, l.u.p.noise[i])
			if !named && !(all && i < everyPod) || !l.stopsOn(o, i) {
				continue
			}
			rule, at := ruleStopsOnNoise, l.named(o, l.u.p.noise[i])
			if all {
				rule, at, catchAll = ruleCatchAll, l.extent(o), true
			}
			if !told[at.Pos()] {
				told[at.Pos()] = true
				l.verdict(rule, o, Verdict{At: at, What: n.name})
			}
		}
	}
	return catchAll
}

// namesNone reports whether the registration, of the package, is given an empty list of signals.
func (l *link) namesNone(o *op) bool {
	call := l.extent(o)
	return slices.ContainsFunc(l.result.Registrations, func(r Registration) bool { return r.Call == call && r.All })
}

// named returns where the package names a signal of the registration, or else the call.
func (l *link) named(o *op, number int) analysis.Range {
	call := l.extent(o)
	for _, r := range l.result.Registrations {
		if r.Call != call {
			continue
		}
		for _, sig := range r.Signals {
			if sig.Number == number {
				return sig.Expr
			}
		}
	}
	return call
}

// stopsOn reports whether the program stops when it receives the signal through the registration.
func (l *link) stopsOn(catch *op, i int) bool {
	if catch.method == "SignalHandler" { // of oklog/run: any actor that returns ends the group
		return true
	}
	return slices.ContainsFunc(l.ops, func(o *op) bool {
		if l.endsWith(o, catch.node) {
			return true
		}
		if o.kind != opJoin || !isFrom(o.node, catch.node) || o.notes&(leaves<<i) == 0 {
			return false
		}
		return o.mode == inline || o.mode == spawned && (o.joined || o.notes&(ends<<i) != 0 || slices.ContainsFunc(o.released, l.awaited))
	})
}

// endsWith reports whether the op is a start of what stops when the context ends.
func (l *link) endsWith(o *op, ctx *node) bool {
	return (o.kind == opStart || o.kind == opBegin) && o.api.ctx && o.with != nil && isFrom(o.with, ctx)
}

// awaited reports whether the program waits for it.
func (l *link) awaited(released *node) bool {
	return slices.ContainsFunc(l.ops, func(o *op) bool {
		return l.endsWith(o, released) || o.kind == opJoin && o.mode == inline && isFrom(o.node, released)
	})
}
