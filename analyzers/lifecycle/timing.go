package lifecycle

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"time"

	"golang.org/x/tools/go/ssa"
)

// Seconds is a time in seconds.
type Seconds float64

func seconds(ns int64) Seconds { return Seconds(time.Duration(ns).Seconds()) }

// leftField and rightField, with an operator before them, are the fields of a number that hold what it is computed of:
// what only a caller, or another package, knows of the operands is then known of the result.
const (
	leftField  = " left"
	rightField = " right"
)

var arithmetic = []token.Token{token.ADD, token.SUB, token.MUL, token.QUO}

// joinArithmetic joins the result of an operator with its operands.
func (u *unit) joinArithmetic(instr *ssa.BinOp) {
	if basic, ok := instr.Type().Underlying().(*types.Basic); ok && basic.Info()&types.IsInteger != 0 && slices.Contains(arithmetic, instr.Op) {
		unify(u.value(instr).field(instr.Op.String()+leftField), u.value(instr.X))
		unify(u.value(instr).field(instr.Op.String()+rightField), u.value(instr.Y))
	}
}

// number returns the one number that a node is known to be. What a flag or the environment may put in its place is not
// known.
func (n *node) number() (int64, bool) { return n.compute(nil) }

func (n *node) compute(under []*node) (value int64, ok bool) {
	n = n.find()
	if n.escaped || len(n.consts) > 1 || slices.Contains(under, n) {
		return 0, false
	}
	under = append(under, n)
	var known []int64
	for _, text := range n.consts {
		if value, err := strconv.ParseInt(text, 10, 64); err == nil {
			known = append(known, value)
		}
	}
	for _, operator := range arithmetic {
		left, right := n.has(operator.String()+leftField), n.has(operator.String()+rightField)
		if left == nil || right == nil {
			continue
		}
		x, okX := left.compute(under)
		y, okY := right.compute(under)
		switch {
		case !okX || !okY:
		case operator == token.ADD:
			known = append(known, x+y)
		case operator == token.SUB:
			known = append(known, x-y)
		case operator == token.MUL:
			known = append(known, x*y)
		case y != 0:
			known = append(known, x/y)
		}
	}
	if len(known) != 1 {
		return 0, false
	}
	return known[0], true
}

// limitOf returns how long a context lasts at most, it or those that it is derived from, as far as that is constant.
func limitOf(ctx *node) Seconds {
	var limit Seconds
	seen := map[*node]bool{}
	for ; ctx != nil && !seen[ctx.find()]; ctx = ctx.has(parentField) {
		seen[ctx.find()] = true
		timeout := ctx.has(timeoutField)
		if timeout == nil {
			continue
		}
		if ns, ok := timeout.number(); ok && (limit == 0 || seconds(ns) < limit) {
			limit = seconds(ns)
		}
	}
	return limit
}

// deadline gives a time that is counted from now the field that tells how far off it is.
func (s *site) deadline() {
	if s.instr != nil && len(s.instr.Common().Args) > 0 && isCallOf(s.instr.Common().Args[0], "time.Now") {
		unify(s.results[0].field(timeoutField), s.params[1])
	}
}

// sleepUntil notes that to receive from time.After is to sleep.
func (u *unit) sleepUntil(receive *ssa.UnOp) {
	if isCallOf(receive.X, "time.After") {
		u.timeAfter(receive.X)
		u.emit(receive, &op{kind: opSleep, node: u.value(receive.X.(*ssa.Call).Common().Args[0])}, receive.Pos())
	}
}

// timeAfter gives the channel of time.After the field that tells when it comes.
func (u *unit) timeAfter(ch ssa.Value) {
	unify(u.value(ch).field(timeoutField), u.value(ch.(*ssa.Call).Common().Args[0]))
}

func isCallOf(v ssa.Value, name string) bool {
	made, ok := v.(*ssa.Call)
	if !ok || made.Common().StaticCallee() == nil {
		return false
	}
	fn, ok := made.Common().StaticCallee().Object().(*types.Func)
	return ok && fn.FullName() == name
}

// relateSleeps finds out which sleeps come after the signal, and after no stop. One in a loop is none that delays.
func (f *frame) relateSleeps(signals []*op) {
	for _, o := range f.ops {
		if o.kind != opSleep || o.at == nil || o.mode == later {
			continue
		}
		stopped := func(s *op) bool { return (s.kind == opStop || s.kind == opAbort) && s.mode != later && follows(s, o) }
		came := func(j *op) bool {
			return j.signal && j.at != o.at && follows(j, o) && (o.deferred || precedes(j.at, o.at))
		}
		o.afterSignal = (o.afterSignal || slices.ContainsFunc(signals, came)) && !slices.ContainsFunc(f.ops, stopped) && !canFollow(o.at, o.at)
	}
}

// markPaused finds out which stops do not begin at the signal itself.
func (f *frame) markPaused(joins []*op) {
	signals := slices.DeleteFunc(slices.Clone(joins), func(j *op) bool { return !j.signal })
	stops := slices.DeleteFunc(slices.Clone(f.ops), func(o *op) bool { return o.kind != opStop && o.kind != opAbort })
	if len(signals) == 0 || len(stops) == 0 {
		return
	}
	for _, x := range f.ops {
		if x.mode != inline || !x.mayLast() {
			continue
		}
		came := func(j *op) bool { return j != x && follows(j, x) && !isOtherCase(j, x) }
		within := func(j *op) bool { return j.at == x.at && x.afterSignal }
		after := slices.ContainsFunc(signals, came)
		if !after && !slices.ContainsFunc(signals, within) {
			continue
		}
		for _, o := range stops {
			o.paused = o.paused || x.holdsUp(o) && (after && x.at == o.at || follows(x, o))
		}
	}
}

// mayLast reports whether the op takes time, or may.
func (o *op) mayLast() bool {
	switch o.kind {
	case opSleep, opDeregister, opStop:
		return true
	case opJoin:
		return !o.signal
	case opCall:
		return !o.call.leads && !o.call.report
	}
	return false
}

// holdsUp reports whether an op that takes time is none of the stop's own.
func (o *op) holdsUp(stop *op) bool {
	if o.kind == opStop {
		return o.node.find() != stop.node.find()
	}
	return o.kind != opCall || o.origin != stop.origin
}

// holdsTime reports whether a value of the type may hold a time.Duration or a flag's value, at most a few fields deep.
func holdsTime(t types.Type, depth int) bool {
	if t.String() == "time.Duration" {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return depth > 0 && holdsTime(u.Elem(), depth-1)
	case *types.Struct:
		for field := range u.Fields() {
			if depth > 0 && holdsTime(field.Type(), depth-1) {
				return true
			}
		}
	}
	return false
}

func returnsTime(fn *types.Func) bool {
	for v := range fn.Signature().Results().Variables() {
		if holdsTime(v.Type(), 3) {
			return true
		}
	}
	return false
}

// isPlain reports whether a value of the type is a number, a text or a truth, which nobody who is given it can change.
// A signal is a number too, but one that a list of signals holds.
func isPlain(t types.Type) bool {
	_, basic := t.Underlying().(*types.Basic)
	return basic && types.NewMethodSet(t).Lookup(nil, "Signal") == nil
}
