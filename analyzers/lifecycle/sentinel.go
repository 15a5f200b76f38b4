package lifecycle

import (
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A start returns its sentinel as soon as a stop has begun. This file follows that error: to an exit, which ends the
// process in the middle of its drain, to the function's own caller, to a function that exits on what it is given, and
// through a channel. What is certain counts, and nothing else: where the way forks on something unknown, both ways
// have to lead there, and whatever may wait for the drain ends the search.

// followErrors finds out what a function does with the errors that starts return to it: ops that are fatal are added,
// and starts whose error it returns keep their rawError. It tells its callers on which errors, given to it, it exits.
func (u *unit) followErrors(fn *ssa.Function, ops []*op) []*op {
	var all []*op
	for _, o := range ops {
		if o.kind == opMust && o.call == nil || o.kind == opFatal && o.mode == inline && o.panics() && u.mayRecover(fn) {
			continue // what the callee does with its parameter has been looked at here; a panic that goes no further
		}
		all = append(all, o)
		if o.rawError == 0 {
			continue
		}
		call, ok := o.at.(*ssa.Call)
		result := o.rawError - 1
		o.rawError = 0
		switch {
		case !ok || o.mode != inline || stopsInstead(ops, o):
		case o.kind == opStart:
			end := u.after(call, result, o.api.sentinel)
			o.rawError = end.result
			if end.exit != nil {
				all = append(all, end.exit.as(&op{kind: opFatal, node: o.node, at: o.at}))
			}
		case o.kind == opCall && !o.call.leads:
			all = append(all, u.afterUnknown(o, call, result)...)
		}
	}
	return append(all, u.musts(fn, ops)...)
}

// stopsInstead reports whether a function stops a server on a way that does not come by this start of it: while the start
// blocks, that stop does not begin.
func stopsInstead(ops []*op, start *op) bool {
	return start.kind == opStart && slices.ContainsFunc(ops, func(o *op) bool {
		return o.kind == opStop && o.mode == inline && o.node.find() == start.node.find() && o.at != start.at && !follows(start, o) && !follows(o, start)
	})
}

// afterUnknown is told what a function value or a method returns by the callers, who know what it is.
func (u *unit) afterUnknown(o *op, call *ssa.Call, result int) []*op {
	var musts []*op
	for i, a := range u.p.sentinels {
		end := u.after(call, result, a.sentinel)
		if i == 0 || end.result == o.rawError {
			o.rawError = end.result
		} else {
			o.rawError = 0
		}
		if end.exit != nil {
			musts = append(musts, end.exit.as(&op{kind: opMust, node: o.node, call: o.call, at: o.at, api: a}))
		}
	}
	return musts
}

// musts says on which sentinels, given to it as a parameter, the function ends the process.
func (u *unit) musts(fn *ssa.Function, ops []*op) []*op {
	params := errorsAmong(fn.Params)
	exits := func(o *op) bool { return o.kind == opExit || o.kind == opMust }
	if len(params) == 0 || !slices.ContainsFunc(ops, exits) || u.walk("").block(fn.Blocks[0], 0, beliefs{}).exit != nil {
		return nil // never, or in any case
	}
	var musts []*op
	for i, param := range params {
		for _, a := range u.p.sentinels {
			w := u.walk(a.sentinel)
			if end := w.block(fn.Blocks[0], 0, beliefs{param: w.raw()}); end.exit != nil {
				musts = append(musts, end.exit.as(&op{kind: opMust, rawError: 1 + i, api: a}))
			}
		}
	}
	return musts
}

// fatals returns the starts among what a call comes to be, once it is known: the process ends on their error.
func (u *unit) fatals(must *op) []*op {
	var found []*op
	for _, target := range must.call.targets {
		for _, o := range u.opsOf(target) {
			if o.kind == opStart && o.rawError > 0 && o.mode == inline && o.api.sentinel == must.api.sentinel {
				found = append(found, must.as(&op{kind: opFatal, node: o.node, mode: must.mode}))
			}
		}
	}
	return found
}

// as returns the op with the place of the exit, and what it is called.
func (exit *op) as(o *op) *op {
	o.method, o.origin, o.site, o.ignores = exit.method, exit.origin, exit.site, exit.ignores
	return o
}

func (exit *op) panics() bool { return strings.HasPrefix(strings.ToLower(exit.method), "panic") }

// withSentinels lists one of the rows for each sentinel.
func withSentinels(rows []api) []*api {
	var found []*api
	for i := range rows {
		a := &rows[i]
		if a.rawError() && !slices.ContainsFunc(found, func(b *api) bool { return b.sentinel == a.sentinel }) {
			found = append(found, a)
		}
	}
	return found
}

// rawError reports whether a start returns while the stop is still under way.
func (a *api) rawError() bool { return a.sentinel != "" && !a.waits }

// errorResult returns 1 + the index of the last result when that is an error, else 0.
func errorResult(sig *types.Signature) int {
	n := sig.Results().Len()
	if n == 0 || !isError(sig.Results().At(n-1).Type()) {
		return 0
	}
	return n
}

// errorResult is that of the function which is called.
func (s *site) errorResult() int {
	switch {
	case s.instr != nil:
		return errorResult(s.instr.Common().Signature())
	case s.fn != nil:
		return errorResult(s.fn.Signature())
	}
	return 0
}

func isError(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

func errorsAmong[V ssa.Value](values []V) []ssa.Value {
	var found []ssa.Value
	for _, v := range values {
		if isError(v.Type()) {
			found = append(found, v)
		}
	}
	return found
}

// A belief is what is known of a value on the way that a walk has taken.
type belief uint8

const (
	unknown  belief = iota
	isNil           // of an error
	sentinel        // the very one
	wraps           // an error that wraps it
	another         // an error, and not the sentinel itself
	yes             // of a condition
	no
)

type beliefs map[ssa.Value]belief

// A walk follows control, given that an error is the sentinel.
type walk struct {
	u        *unit
	sentinel string
	steps    int // that it may still take
}

// An end is where a walk leads for certain, if anywhere.
type end struct {
	exit   *op // ends the process
	result int // 1 + the index of the result that is the sentinel
}

func (u *unit) walk(sentinel string) *walk { return &walk{u: u, sentinel: sentinel, steps: 500} }

// after follows control from a call whose result is the sentinel.
func (u *unit) after(call *ssa.Call, result int, sentinel string) end {
	w := u.walk(sentinel)
	known := beliefs{}
	if call.Call.Signature().Results().Len() == 1 {
		known[call] = w.raw()
	}
	for _, ref := range *call.Referrers() {
		if extract, ok := ref.(*ssa.Extract); ok && extract.Index == result {
			known[extract] = w.raw()
		}
	}
	return w.next(call, known)
}

// raw is what the walk believes of the error that it follows.
func (w *walk) raw() belief {
	if w.sentinel == "nil" {
		return isNil
	}
	return sentinel
}

func (w *walk) next(instr ssa.Instruction, known beliefs) end {
	return w.block(instr.Block(), 1+slices.Index(instr.Block().Instrs, instr), known)
}

// block follows control from an instruction of a block.
func (w *walk) block(b *ssa.BasicBlock, from int, known beliefs) end {
	if w.steps--; w.steps < 0 {
		return end{} // a loop, or too much
	}
	for _, instr := range b.Instrs[from:] {
		if _, call := instr.(*ssa.Call); !call && w.u.waitsFor(instr) {
			return end{}
		}
		switch instr := instr.(type) {
		case *ssa.Jump:
			return w.enter(b, 0, known)
		case *ssa.If:
			return w.fork(b, w.of(instr.Cond, known), known)
		case *ssa.Return:
			return w.returned(instr, known)
		case *ssa.Panic:
			return w.exit(instr)
		case *ssa.Send:
			return w.sent(instr, w.of(instr.X, known))
		case *ssa.RunDefers:
			if w.u.defersWait(b.Parent()) {
				return end{}
			}
			forgetShared(known)
		case *ssa.Store:
			w.store(instr, known)
		case *ssa.Call:
			if exit := w.exit(instr); exit.exit != nil {
				return exit
			}
			if w.u.mayWait(instr) {
				return end{}
			}
			if exit := w.must(instr, known); exit.exit != nil {
				return exit
			}
			if known[instr] == unknown {
				known[instr] = w.called(instr, known)
			}
			if instr.Call.StaticCallee() == nil || w.u.literal[instr.Call.StaticCallee()] != nil {
				forgetShared(known)
			}
		case ssa.Value:
			if load, ok := instr.(*ssa.UnOp); ok && isVariable(load.X) {
				known[instr] = known[load.X]
			} else {
				known[instr] = w.of(instr, known)
			}
		}
	}
	return end{}
}

// fork follows both ways when the condition is unknown: they have to lead to the same.
func (w *walk) fork(b *ssa.BasicBlock, cond belief, known beliefs) end {
	switch cond {
	case yes:
		return w.enter(b, 0, known)
	case no:
		return w.enter(b, 1, known)
	}
	one := w.enter(b, 0, maps.Clone(known))
	if one == (end{}) {
		return end{}
	}
	other := w.enter(b, 1, known)
	if one.exit != nil && other.exit != nil || one == other {
		return one
	}
	return end{}
}

// enter goes on in a successor of a block.
func (w *walk) enter(b *ssa.BasicBlock, succ int, known beliefs) end {
	next := b.Succs[succ]
	edge := slices.Index(next.Preds, b)
	chosen := beliefs{}
	for _, instr := range next.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		chosen[phi] = w.of(phi.Edges[edge], known)
	}
	maps.Copy(known, chosen)
	return w.block(next, len(chosen), known)
}

func (w *walk) returned(ret *ssa.Return, known beliefs) end {
	for i, r := range ret.Results {
		if b := w.of(r, known); isError(r.Type()) && (b == w.raw() || b == wraps) {
			return end{result: 1 + i}
		}
	}
	return end{}
}

// exit is the end when the instruction ends the process.
func (w *walk) exit(instr ssa.Instruction) end {
	ops := w.u.opsAt(instr)
	if slices.ContainsFunc(ops, (*op).mayWait) {
		return end{}
	}
	for _, o := range ops {
		_, direct := instr.(*ssa.Panic)
		if o.kind == opExit && o.mode == inline && (o.certain || direct) {
			return w.exits(o, instr)
		}
	}
	return end{}
}

// must is the end when the call is of a function that exits on what it is given.
func (w *walk) must(call *ssa.Call, known beliefs) end {
	for i, arg := range errorsAmong(call.Call.Args) {
		if w.of(arg, known) != w.raw() {
			continue
		}
		for _, o := range w.u.opsAt(call) {
			if o.kind == opMust && o.call == nil && o.mode == inline && o.rawError == 1+i && o.api.sentinel == w.sentinel {
				return w.exits(o, call)
			}
		}
	}
	return end{}
}

// exits leaves out a panic that may be recovered from.
func (w *walk) exits(o *op, instr ssa.Instruction) end {
	if o.panics() && (w.u.mayRecover(instr.Parent()) || w.u.defersWait(instr.Parent())) {
		return end{}
	}
	return end{exit: o}
}

// sent goes on where a goroutine of the unit receives what is sent, when nothing else can come first.
func (w *walk) sent(send *ssa.Send, b belief) end {
	ch := w.u.value(send.Chan).find()
	if b == unknown || ch.escaped || w.u.handedOut(ch) {
		return end{}
	}
	var receive *ssa.UnOp
	for _, fn := range w.u.funcs {
		for instr := range instrs(fn) {
			for _, o := range w.u.ops[instr] {
				if o.node == nil || o.node.find() != ch || o.kind != opJoin && o.kind != opRelease {
					continue
				}
				switch instr := instr.(type) {
				case *ssa.Send:
					if instr != send && w.u.afterWait(instr) {
						return end{}
					}
				case *ssa.UnOp:
					if receive != nil {
						return end{}
					}
					receive = instr
				default:
					return end{}
				}
			}
		}
	}
	if receive == nil || w.u.afterWait(receive) {
		return end{}
	}
	return end{exit: w.next(receive, w.received(receive, b)).exit}
}

// received is what is known when a receive has given the error.
func (w *walk) received(receive *ssa.UnOp, b belief) beliefs {
	if !receive.CommaOk {
		return beliefs{receive: b}
	}
	known := beliefs{}
	for _, ref := range *receive.Referrers() {
		if extract, ok := ref.(*ssa.Extract); ok {
			known[extract] = []belief{b, yes}[extract.Index]
		}
	}
	return known
}

// store notes what a variable, or the list of a call's last arguments, holds.
func (w *walk) store(store *ssa.Store, known beliefs) {
	b := w.of(store.Val, known)
	if isVariable(store.Addr) {
		known[store.Addr] = b
	} else if elem, ok := store.Addr.(*ssa.IndexAddr); ok && (b == sentinel || b == wraps) {
		known[elem.X] = wraps
	}
}

func isVariable(addr ssa.Value) bool {
	switch addr.(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		return true
	}
	return false
}

// forgetShared forgets what variables hold that a literal may have assigned to.
func forgetShared(known beliefs) {
	maps.DeleteFunc(known, func(v ssa.Value, _ belief) bool {
		switch v := v.(type) {
		case *ssa.Alloc:
			return v.Heap
		case *ssa.FreeVar:
			return true
		}
		return false
	})
}

// of returns what is known of a value.
func (w *walk) of(v ssa.Value, known beliefs) belief {
	if b := known[v]; b != unknown {
		return b
	}
	switch v := v.(type) {
	case *ssa.Const:
		switch {
		case v.IsNil():
			return isNil
		case v.Value != nil && v.Value.Kind() == constant.Bool:
			return truth(constant.BoolVal(v.Value))
		}
	case *ssa.UnOp:
		if global, ok := v.X.(*ssa.Global); ok {
			return w.global(global)
		}
		if v.Op == token.NOT {
			return opposite(w.of(v.X, known))
		}
	case *ssa.BinOp:
		switch equal := w.equal(w.of(v.X, known), w.of(v.Y, known)); v.Op {
		case token.EQL:
			return equal
		case token.NEQ:
			return opposite(equal)
		}
	case *ssa.ChangeInterface:
		return w.of(v.X, known)
	case *ssa.Slice:
		return known[v.X]
	case *ssa.MakeInterface:
		if isError(v.Type()) {
			return another
		}
	}
	return unknown
}

// global tells the sentinel from the variables of the standard library. Those of others may hold anything.
func (w *walk) global(global *ssa.Global) belief {
	switch path := global.Pkg.Pkg.Path(); {
	case path+"."+global.Name() == w.sentinel:
		return sentinel
	case isStd(path) && isError(global.Type().(*types.Pointer).Elem()):
		return another
	}
	return unknown
}

func truth(b bool) belief {
	if b {
		return yes
	}
	return no
}

func opposite(b belief) belief {
	switch b {
	case yes:
		return no
	case no:
		return yes
	}
	return unknown
}

func (w *walk) equal(x, y belief) belief {
	switch {
	case x == unknown || y == unknown || x >= yes || y >= yes || x == y && x > sentinel:
		return unknown
	}
	return truth(x == y)
}

// called is what is known of the result of the functions that ask for errors, and of those that make them.
func (w *walk) called(call *ssa.Call, known beliefs) belief {
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Object() == nil {
		return unknown
	}
	args := call.Call.Args
	switch fn.Object().(*types.Func).FullName() {
	case "errors.Is", "github.com/pkg/errors.Is":
		return w.is(w.of(args[0], known), w.of(args[1], known))
	case "errors.New", "github.com/pkg/errors.New", "github.com/pkg/errors.Errorf":
		return another
	case "fmt.Errorf":
		if format, ok := args[0].(*ssa.Const); ok && strings.Count(constant.StringVal(format.Value), "%w") == 1 && w.of(args[1], known) == wraps {
			return wraps
		}
		return another
	case "github.com/pkg/errors.Wrap", "github.com/pkg/errors.Wrapf", "github.com/pkg/errors.WithMessage", "github.com/pkg/errors.WithMessagef", "github.com/pkg/errors.WithStack":
		if b := w.of(args[0], known); b != sentinel {
			return b
		}
		return wraps
	}
	return unknown
}

// is says what errors.Is does.
func (w *walk) is(err, target belief) belief {
	switch {
	case err == unknown || err == another || target == unknown:
		return unknown
	case err == wraps:
		return truth(target == sentinel)
	}
	return w.equal(err, target)
}

// opsAt lists what an instruction does.
func (u *unit) opsAt(instr ssa.Instruction) []*op {
	ops, known := u.placedAt[instr]
	if !known {
		seen := newTold()
		for _, o := range u.ops[instr] {
			ops = append(ops, u.expand(o, instr, seen)...)
		}
		u.placedAt[instr] = ops
	}
	return ops
}

// mayWait reports whether the op waits, or may, for something that a drain ends.
func (o *op) mayWait() bool {
	if o.mode != inline {
		return false
	}
	switch o.kind {
	case opStart, opJoin, opStop, opSleep:
		return true
	case opCall:
		return !o.call.leads && (len(o.call.args) == 0 || o.call.method == "Wait" || stopsSomething(servers, o.call.method))
	}
	return false
}

// mayWait reports whether a call may wait for the drain. A function of which nothing is known may, unless it is told
// something to report.
func (u *unit) mayWait(call *ssa.Call) bool {
	if slices.ContainsFunc(u.opsAt(call), (*op).mayWait) {
		return true
	}
	fn := call.Call.Method
	if static := call.Call.StaticCallee(); static != nil {
		fn, _ = static.Object().(*types.Func)
	}
	if fn == nil || fn.Pkg() == nil {
		return false // a literal, whose ops are known
	}
	if isStd(fn.Pkg().Path()) {
		return slices.Contains([]string{"Lock", "RLock", "Wait"}, fn.Name())
	}
	_, known := u.p.summaryOf(fn.Origin())
	return !known && !call.Call.IsInvoke() && !slices.Contains(harmlessPackages, fn.Pkg().Path()) && !endsProcess(fn) && !takesReport(fn.Signature())
}

// isReport reports whether a function has the form of a logger's method.
func isReport(sig *types.Signature) bool { return sig.Results().Len() == 0 && takesReport(sig) }

// takesReport reports whether a function takes a text or an error.
func takesReport(sig *types.Signature) bool {
	for param := range sig.Params().Variables() {
		if t := types.Unalias(param.Type()); isError(t) || types.Identical(t, types.Typ[types.String]) {
			return true
		}
	}
	return false
}

// isLog reports whether a function can do nothing with what it is given but print it, like one of fmt's.
func isLog(sig *types.Signature) bool {
	return sig.Variadic() && sig.Results().Len() == 0 && types.Identical(sig.Params().At(sig.Params().Len()-1).Type(), types.NewSlice(types.NewInterfaceType(nil, nil)))
}

// waitsFor reports whether the instruction itself waits.
func (u *unit) waitsFor(instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Select:
		return true
	case *ssa.UnOp:
		return instr.Op == token.ARROW
	case *ssa.Call:
		return u.mayWait(instr)
	}
	return false
}

// afterWait reports whether control may have waited for something before it comes to the instruction, from the
// beginning of the unit on.
func (u *unit) afterWait(at ssa.Instruction) bool {
	fn := at.Parent()
	for instr := range instrs(fn) {
		if instr != at && u.waitsFor(instr) && canFollow(instr, at) {
			return true
		}
	}
	if fn == u.funcs[0] {
		return false
	}
	launch := launchOf(fn)
	return launch == nil || u.afterWait(launch)
}

// launchOf returns the one call, or go statement, of a literal; nil when it is used in any other way.
func launchOf(fn *ssa.Function) ssa.Instruction {
	var launch ssa.Instruction
	for instr := range instrs(fn.Parent()) {
		for _, operand := range instr.Operands(nil) {
			used := *operand
			if closure, ok := used.(*ssa.MakeClosure); ok {
				used = closure.Fn
			}
			if used != ssa.Value(fn) {
				continue
			}
			switch instr := instr.(type) {
			case *ssa.MakeClosure:
				continue
			case *ssa.Call, *ssa.Go:
				if launch != nil || *operand != instr.(ssa.CallInstruction).Common().Value {
					return nil
				}
				launch = instr
			default:
				return nil
			}
		}
	}
	return launch
}

// handedOut reports whether a caller, or another function, may hold the channel.
func (u *unit) handedOut(ch *node) bool {
	seen := map[*node]bool{}
	var leadsTo func(n *node) bool
	leadsTo = func(n *node) bool {
		if n = n.find(); n == ch || seen[n] {
			return n == ch
		}
		seen[n] = true
		for _, field := range n.fields {
			if leadsTo(field.node) {
				return true
			}
		}
		return false
	}
	top := u.funcs[0]
	for _, name := range keys(u.globals) {
		if leadsTo(u.globals[name]) {
			return true
		}
	}
	return slices.ContainsFunc(slices.Concat(u.nodes(top.Params), u.resultsOf(top)), leadsTo)
}

// mayRecover reports whether a deferred call of the function may recover from a panic.
func (u *unit) mayRecover(fn *ssa.Function) bool {
	for instr := range instrs(fn) {
		if deferred, ok := instr.(*ssa.Defer); ok && !u.letsPanic(deferred.Common()) {
			return true
		}
	}
	return false
}

// letsPanic reports whether the call is of a function that surely does not recover.
func (u *unit) letsPanic(call *ssa.CallCommon) bool {
	static := call.StaticCallee()
	switch {
	case static == nil:
		return types.TypeString(call.Value.Type(), nil) == "context.CancelFunc"
	case static.Pkg != nil && isStd(static.Pkg.Pkg.Path()):
		return true
	case len(static.Blocks) == 0:
		return false
	}
	for instr := range instrs(static) {
		if inner, ok := instr.(*ssa.Call); ok {
			if b, ok := inner.Call.Value.(*ssa.Builtin); ok && b.Name() == "recover" {
				return false
			}
		}
	}
	return true
}

// defersWait reports whether a deferred call of the function may wait.
func (u *unit) defersWait(fn *ssa.Function) bool {
	for instr := range instrs(fn) {
		if deferred, ok := instr.(*ssa.Defer); ok && slices.ContainsFunc(u.opsAt(deferred), (*op).mayWait) {
			return true
		}
	}
	return false
}

// fatal notes a verdict for each exit on a server's sentinel, once for each place: of several servers that one helper
// serves, for one that is there for more than operators.
func (l *link) fatal(exits []*op, s *Server) {
	for _, o := range exits {
		at := l.extent(o)
		i := slices.IndexFunc(l.result.Verdicts, func(v Verdict) bool { return v.Rule == ruleFatalOnClose && v.At.Pos() == at.Pos() })
		switch {
		case i < 0:
			l.verdict(ruleFatalOnClose, o, Verdict{What: o.method, Server: s})
		case l.result.Verdicts[i].Server.Side:
			l.result.Verdicts[i].Server = s
		}
	}
}

// isDynamic reports whether the instruction calls a function value, a literal or a method of an interface.
func isDynamic(instr ssa.Instruction) bool {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return false
	}
	static := call.Call.StaticCallee()
	return static == nil || static.Parent() != nil
}
