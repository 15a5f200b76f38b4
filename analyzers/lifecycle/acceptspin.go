package lifecycle

import (
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// accepts are the methods that fail at once when their listener is closed.
var accepts = []string{
	"(net.Listener).Accept",
	"(*net.TCPListener).Accept", "(*net.TCPListener).AcceptTCP",
	"(*net.UnixListener).Accept", "(*net.UnixListener).AcceptUnix",
}

// noteAccepts finds what the unit's functions do with the error of an accept: to return it, whatever it is, is noted as
// an accept again, and to try once more, whatever it is, as a spin.
func (u *unit) noteAccepts() {
	for _, fn := range u.funcs {
		for instr := range instrs(fn) {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			accept := u.acceptOf(call)
			if accept == nil {
				continue
			}
			// Its error is a result of what is called, not of fn.
			u.ops[instr] = slices.DeleteFunc(u.ops[instr], func(o *op) bool { return o == accept })
			w := &acceptWalk{p: u.p, accept: call, err: resultAt(call, accept.rawError-1), seen: map[*ssa.BasicBlock]bool{}}
			if w.err == nil {
				continue
			}
			switch w.after(call); {
			case w.lost:
			case w.again && len(w.returns) == 0:
				spin := *accept
				spin.kind, spin.rawError = opSpin, 0
				u.ops[instr] = append(u.ops[instr], &spin)
			case !w.again && fn == u.funcs[0]:
				if index := w.returned(); index >= 0 {
					handedOn := *accept
					handedOn.rawError = index + 1
					u.ops[instr] = append(u.ops[instr], &handedOn)
				}
			}
		}
	}
}

// acceptOf returns the accept that a call is, or leads to.
func (u *unit) acceptOf(call *ssa.Call) *op {
	if fn := calledFunc(call.Common()); fn != nil && strings.HasPrefix(fn.Name(), "Accept") && slices.Contains(accepts, fn.FullName()) {
		listener := call.Common().Value
		if !call.Common().IsInvoke() {
			listener = call.Common().Args[0]
		}
		o := &op{kind: opAccept, node: u.value(listener), method: fn.Name(), site: call.Pos(), rawError: 2}
		u.p.locate(o)
		return o
	}
	for _, o := range u.ops[call] {
		if o.kind == opAccept && o.mode == inline {
			return o
		}
	}
	return nil
}

// calledFunc returns the function or the interface's method that is called, or nil.
func calledFunc(common *ssa.CallCommon) *types.Func {
	if common.IsInvoke() {
		return common.Method
	}
	if static := common.StaticCallee(); static != nil {
		fn, _ := static.Object().(*types.Func)
		return fn
	}
	return nil
}

// resultAt returns the result of a call that has the index, or nil when it is dropped.
func resultAt(call *ssa.Call, index int) ssa.Value {
	if call.Common().Signature().Results().Len() == 1 {
		return call
	}
	for _, ref := range *call.Referrers() {
		if extract, ok := ref.(*ssa.Extract); ok && extract.Index == index {
			return extract
		}
	}
	return nil
}

// An acceptWalk follows control from an accept that has failed since its listener is closed.
type acceptWalk struct {
	p       *pkgFlow
	accept  *ssa.Call
	err     ssa.Value
	seen    map[*ssa.BasicBlock]bool
	again   bool          // it comes to the accept again
	returns []*ssa.Return // that it comes to
	lost    bool          // it waits, ends the process, or does something that is not understood
}

func (w *acceptWalk) after(call *ssa.Call) {
	block := call.Block()
	w.walk(block, slices.Index(block.Instrs, ssa.Instruction(call))+1)
}

func (w *acceptWalk) walk(block *ssa.BasicBlock, from int) {
	for _, instr := range block.Instrs[from:] {
		switch instr := instr.(type) {
		case *ssa.Return:
			w.returns = append(w.returns, instr)
		case *ssa.If:
			w.branch(block, instr.Cond)
			return
		default:
			if instr == ssa.Instruction(w.accept) {
				w.again = true
				return
			}
			w.lost = w.lost || !w.p.goesOn(instr, nil)
		}
	}
	for _, next := range block.Succs {
		w.enter(next)
	}
}

func (w *acceptWalk) enter(block *ssa.BasicBlock) {
	if !w.seen[block] {
		w.seen[block] = true
		w.walk(block, 0)
	}
}

// branch follows what a condition may be when the error says that the listener is closed.
func (w *acceptWalk) branch(block *ssa.BasicBlock, cond ssa.Value) {
	isTrue, known := w.truth(cond)
	if !known || isTrue {
		w.enter(block.Succs[0])
	}
	if !known || !isTrue {
		w.enter(block.Succs[1])
	}
}

func (w *acceptWalk) truth(cond ssa.Value) (isTrue, known bool) {
	switch cond := cond.(type) {
	case *ssa.BinOp: // err != nil, err == io.EOF
		if settled(cond.X) != w.err || cond.Op != token.NEQ && cond.Op != token.EQL {
			return false, false
		}
		if c, ok := cond.Y.(*ssa.Const); ok && c.IsNil() || isOtherError(cond.Y) {
			return cond.Op == token.NEQ, true
		}
	case *ssa.Call: // errors.Is(err, net.ErrClosed)
		fn := calledFunc(cond.Common())
		if fn == nil || fn.FullName() != "errors.Is" || settled(cond.Common().Args[0]) != w.err {
			return false, false
		}
		if name := stdError(cond.Common().Args[1]); name == "net.ErrClosed" {
			return true, true
		}
		return false, isOtherError(cond.Common().Args[1])
	}
	return false, false
}

// isOtherError reports whether the value is an error of the standard library that a closed listener does not give.
func isOtherError(v ssa.Value) bool {
	name := stdError(v)
	return name != "" && name != "net.ErrClosed"
}

// stdError names the variable of the standard library that a value is read from.
func stdError(v ssa.Value) string {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if global, ok := load.X.(*ssa.Global); ok && isStd(global.Pkg.Pkg.Path()) {
			return global.Pkg.Pkg.Path() + "." + global.Name()
		}
	}
	return ""
}

// returned returns the index of the result that is the error at each return, or -1.
func (w *acceptWalk) returned() int {
	index := -1
	for i, r := range w.returns {
		at := slices.IndexFunc(r.Results, func(v ssa.Value) bool { return settled(v) == w.err })
		if at < 0 || i > 0 && at != index {
			return -1
		}
		index = at
	}
	return index
}

// goesOn reports whether an instruction is known to be over at once, with control at the next one.
func (p *pkgFlow) goesOn(instr ssa.Instruction, active []*ssa.Function) bool {
	switch instr := instr.(type) {
	case *ssa.Panic, *ssa.Select, *ssa.Send:
		return false
	case *ssa.UnOp:
		return instr.Op != token.ARROW
	case *ssa.Call:
		if fn := p.callee(instr.Common()); fn != nil {
			return p.endsAtOnce(fn, active)
		}
		if _, builtin := instr.Common().Value.(*ssa.Builtin); builtin {
			return true
		}
		fn := calledFunc(instr.Common())
		return fn != nil && (reports(fn) || isQuick(fn) && !takesFunc(fn))
	}
	return true
}

func (p *pkgFlow) endsAtOnce(fn *ssa.Function, active []*ssa.Function) bool {
	if slices.Contains(active, fn) {
		return false
	}
	for instr := range instrs(fn) {
		if !p.goesOn(instr, append(active, fn)) {
			return false
		}
	}
	return true
}

// takesFunc reports whether the function is given another one, which it may call.
func takesFunc(fn *types.Func) bool {
	return slices.ContainsFunc(slices.Collect(fn.Signature().Params().Variables()), func(v *types.Var) bool {
		_, ok := v.Type().Underlying().(*types.Signature)
		return ok
	})
}

// isQuick reports whether a function of a library neither waits, nor opens a listener, nor ends anything.
func isQuick(fn *types.Func) bool {
	if fn.Pkg() == nil { // Error of an error
		return true
	}
	path, name := fn.Pkg().Path(), fn.Name()
	switch {
	case endsProcess(fn), name == "Wait", name == "Sleep", name == "Goexit", strings.HasPrefix(name, "Listen"):
		return false
	}
	return path == "context" || slices.Contains(harmlessPackages, path)
}

// reports reports whether a method has the name and the form of one that writes to a log.
func reports(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Recv() != nil && sig.Results().Len() == 0 && sig.Params().Len() > 0 && logs.MatchString(fn.Name())
}

var logs = regexp.MustCompile(`^(Print|Log|Trace|Debug|Info|Warn|Error)`)

// acceptSpins lists the accept loops of the package that go on whatever the error is. Without somebody who closes the
// listener meanwhile they are strict.
func (p *pkgFlow) acceptSpins() []Verdict {
	var found []*op
	closed := map[token.Pos]bool{}
	closers := p.exportedClosers()
	for f := range p.frames() {
		for _, o := range f.ops {
			if o.kind != opSpin || o.origin.Pkg != p.pass.Pkg.Path() {
				continue
			}
			if !slices.ContainsFunc(found, func(s *op) bool { return s.site == o.site }) {
				found = append(found, o)
			}
			u := p.unitOf(f.fn)
			if f.closesMeanwhile(o) || u.handsOutClose(o.node) || slices.ContainsFunc(u.homes(o.node), func(home types.Object) bool { return closers[home] }) {
				closed[o.site] = true
			}
		}
	}
	var verdicts []Verdict
	for _, o := range found {
		verdicts = append(verdicts, Verdict{Rule: ruleAcceptSpin, At: nodeAt(p.pass, o.site), What: o.method, Strict: !closed[o.site]})
	}
	return verdicts
}

// unitOf returns the unit of the declared function that a function is, or stands in.
func (p *pkgFlow) unitOf(fn *ssa.Function) *unit {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return p.unit(fn)
}

// closesMeanwhile reports whether another goroutine than the one that spins closes the listener.
func (f *frame) closesMeanwhile(spin *op) bool {
	return slices.ContainsFunc(f.ops, func(o *op) bool {
		return o.kind == opAbort && o.node.find() == spin.node.find() && o.at != spin.at && (o.mode != inline || spin.mode != inline)
	})
}

// handsOutClose reports whether a function value that closes the listener goes elsewhere than into a call, or a defer
// statement, where it is made.
func (u *unit) handsOutClose(listener *node) bool {
	for _, fn := range u.funcs {
		for instr := range instrs(fn) {
			closure, ok := instr.(*ssa.MakeClosure)
			if !ok || calledOnly(closure) {
				continue
			}
			for _, l := range u.value(closure).funcs {
				if ops := u.opsOf(l); does(ops, opAbort, listener) && !does(ops, opSpin, listener) {
					return true
				}
			}
		}
	}
	return false
}

func calledOnly(closure *ssa.MakeClosure) bool {
	return !slices.ContainsFunc(*closure.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Call:
			return ref.Common().Value != closure
		case *ssa.Defer:
			return ref.Common().Value != closure
		case *ssa.DebugRef:
			return false
		}
		return true
	})
}

// does reports whether something is done to a value.
func does(ops []*op, kind opKind, n *node) bool {
	return slices.ContainsFunc(ops, func(o *op) bool { return o.kind == kind && o.node.find() == n.find() })
}

// homes lists the fields, and the variables of the package, that hold a value.
func (u *unit) homes(n *node) []types.Object {
	var homes []types.Object
	for _, fn := range u.funcs {
		for instr := range instrs(fn) {
			if field, ok := instr.(*ssa.FieldAddr); ok && u.value(field).find() == n.find() {
				homes = append(homes, fieldOf(field))
			}
		}
	}
	for _, name := range n.find().globals {
		path, name := name[:strings.LastIndexByte(name, '.')], name[strings.LastIndexByte(name, '.')+1:]
		if path == u.p.pass.Pkg.Path() {
			homes = append(homes, u.p.pass.Pkg.Scope().Lookup(name))
		}
	}
	return homes
}

func fieldOf(access *ssa.FieldAddr) *types.Var {
	ptr := access.X.Type().Underlying().(*types.Pointer)
	return ptr.Elem().Underlying().(*types.Struct).Field(access.Field).Origin()
}

// exportedClosers lists the homes of the listeners that the exported functions close, and do not accept from in vain.
func (p *pkgFlow) exportedClosers() map[types.Object]bool {
	closers := map[types.Object]bool{}
	for _, fn := range p.declared() {
		if !token.IsExported(fn.Name()) {
			continue
		}
		u := p.unit(fn)
		for _, o := range u.frame(fn).ops {
			if o.kind == opAbort && o.api == nil && !does(u.frame(fn).ops, opSpin, o.node) {
				for _, home := range u.homes(o.node) {
					closers[home] = true
				}
			}
		}
	}
	return closers
}
