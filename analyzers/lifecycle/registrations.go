package lifecycle

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// The rules that speak of one registration, in any package.
const (
	ruleClosedChannel = "signalnotify/closed-channel"
	ruleUnbuffered    = "signalnotify/unbuffered"
	ruleLostStop      = "signalnotify/lost-stop"
)

// notes say what becomes of a signal that is received, in bits that noise.go names, and of a channel that is closed.
type notes uint16

const (
	drained      notes = 1 << (12 + iota) // something may have been stopped, or waited for, before
	followed                              // something may be after
	unregistered                          // signal.Stop may have been called before
	closedFirst                           // signal.Stop is called, and only after
)

// everyChannel is the variable that signal.Reset unregisters, in place of all channels.
const everyChannel = "os/signal.every channel"

// The constants of a channel of signals: the one without a buffer names the package that makes it.
const (
	buffered   = "buffered"
	unbuffered = "unbuffered by "
)

// bufferOf returns the constant of a channel that may deliver signals, or nothing.
func (p *pkgFlow) bufferOf(made *ssa.MakeChan) string {
	_, generic := types.Unalias(made.Type().Underlying().(*types.Chan).Elem()).(*types.TypeParam)
	if !generic && !isSignalChan(made) {
		return ""
	}
	if size, ok := made.Size.(*ssa.Const); ok && size.Int64() == 0 {
		return unbuffered + p.pass.Pkg.Path()
	}
	return buffered
}

// judgeRegistrations finds what is wrong with a registration by itself.
func (p *pkgFlow) judgeRegistrations(signals *signals, result *Result) {
	j := &registrationJudge{p: p, signals: signals, result: result, seen: map[string]bool{}}
	for _, fn := range append(p.declared(), p.pkg.Func("init")) {
		u := p.unit(fn)
		ops := u.everything()
		for _, o := range ops {
			switch o.kind {
			case opClose:
				j.closed(o, ops, u)
			case opCatch:
				j.unbuffered(o, ops)
			}
		}
	}
	j.unbufferedFields()
	for _, fn := range p.bodies() {
		for instr := range instrs(fn) {
			if call, ok := instr.(*ssa.Call); ok && losesStop(p, call) {
				j.add(ruleLostStop, &op{site: call.Common().Pos(), origin: origin{Pkg: p.pass.Pkg.Path()}})
			}
		}
	}
}

// everything lists what the functions of the unit do, each in its own frame.
func (u *unit) everything() []*op {
	var ops []*op
	for _, o := range u.init {
		ops = append(ops, u.expand(o, nil, newTold())...)
	}
	for _, fn := range u.funcs {
		ops = append(ops, u.frame(fn).ops...)
	}
	return ops
}

type registrationJudge struct {
	p       *pkgFlow
	signals *signals
	result  *Result
	seen    map[string]bool // verdicts, by rule and place
}

// add notes a verdict, once for each place.
func (j *registrationJudge) add(rule string, o *op) {
	key := fmt.Sprint(rule, o.site)
	if j.seen[key] {
		return
	}
	j.seen[key] = true
	l := &link{u: &unit{p: j.p}, result: j.result}
	l.verdict(rule, o, Verdict{})
}

// isWhole reports whether the op is done in a call of another package's function that does the other as well: the fault
// is that function's, and is reported there.
func (j *registrationJudge) isWhole(o, other *op) bool {
	return o.origin.Pkg != j.p.pass.Pkg.Path() && o.site == other.site
}

// closed judges the close of a channel, among all that the unit does. A close after which the program ends, or a function
// that has drained what there was, is none that harms.
func (j *registrationJudge) closed(o *op, ops []*op, u *unit) {
	own := o.at != nil && o.at.Parent() == u.funcs[0]
	if !own && slices.ContainsFunc(u.frame(u.funcs[0]).ops, func(c *op) bool { return c.kind == opClose && c.site == o.site }) {
		return // judged there, where it is known what follows
	}
	if o.notes&followed == 0 && (o.notes&drained != 0 || own && u.isMain() && o.mode == inline) {
		return
	}
	registered := slices.ContainsFunc(ops, func(c *op) bool { return c.kind == opCatch && isOne(c.node, o.node) && !j.isWhole(o, c) })
	if !registered || o.node.find().escaped || o.notes&unregistered != 0 {
		return
	}
	elsewhere := slices.ContainsFunc(ops, func(u *op) bool { return u.unregisters(o.node) }) || j.stopsField(o)
	if o.notes&closedFirst != 0 || !elsewhere {
		j.add(ruleClosedChannel, o)
	}
}

// stopsField reports whether what is closed is a field whose channel some function of the package gives to signal.Stop.
func (j *registrationJudge) stopsField(o *op) bool {
	call, ok := nodeAt(j.p.pass, o.site).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	obj := (&values{info: j.p.pass.TypesInfo}).objectOf(ast.Unparen(call.Args[0]))
	return obj != nil && slices.Contains(j.signals.stopped, obj)
}

// isOne reports whether two values may be the same.
func isOne(a, b *node) bool { return a != nil && b != nil && a.find() == b.find() }

// unregisters reports whether no signal is sent to the channel any more after the op.
func (o *op) unregisters(channel *node) bool {
	return o.kind == opUnregister && (isOne(o.node, channel) || slices.Contains(o.node.find().globals, everyChannel))
}

// judgeCloses notes whether the channels that the frame closes are unregistered before, and what else comes before and
// after. What a goroutine closes may come before all that others stop.
func (f *frame) judgeCloses() {
	for _, o := range f.ops {
		if o.kind != opClose {
			continue
		}
		for _, u := range f.ops {
			if u.lastsBeside(o) {
				if follows(o, u) {
					o.notes |= followed
				} else if o.mode == inline && u.mode == inline && !u.either && follows(u, o) {
					o.notes |= drained
				}
			}
			switch {
			case !u.unregisters(o.node) || o.notes&closedFirst != 0 && u.at == o.at: // judged in the frame of what is called
			case u.at == o.at || follows(u, o) || u.mode == later || o.mode != inline:
				o.notes |= unregistered
			case follows(o, u):
				o.notes |= closedFirst
			}
		}
	}
}

// lastsBeside reports whether the op takes time that is none of the wait for a signal, or for who closes a channel.
func (o *op) lastsBeside(closing *op) bool {
	if o.mode == later {
		return false
	}
	switch o.kind {
	case opStop, opSleep, opFlush:
		return true
	case opStart:
		return o.mode == inline && closing.mode == inline
	case opJoin:
		return o.mode == inline && !o.signal && !(closing.mode == spawned && waitsFor(o, closing))
	}
	return false
}

// unbuffered judges a registration, among all that the unit does.
func (j *registrationJudge) unbuffered(o *op, ops []*op) {
	maker := unbufferedBy(o.node)
	own := j.p.pass.Pkg.Path()
	if maker == "" || maker == o.origin.Pkg && o.origin.Pkg != own {
		return
	}
	received := o.node.find().escaped || slices.ContainsFunc(ops, func(r *op) bool { return r.kind == opJoin && isOne(r.node, o.node) })
	if received {
		j.add(ruleUnbuffered, o)
	}
}

// unbufferedBy returns the package that makes the channel, when it has no buffer for certain, else nothing.
func unbufferedBy(channel *node) string {
	maker := ""
	for _, c := range channel.find().consts {
		if c == buffered {
			return ""
		}
		if path, ok := strings.CutPrefix(c, unbuffered); ok {
			maker = path
		}
	}
	return maker
}

// unbufferedFields judges registrations of a field, which one function makes and another registers.
func (j *registrationJudge) unbufferedFields() {
	for _, r := range j.signals.registrations {
		if r.field && len(r.Makes) > 0 {
			j.add(ruleUnbuffered, &op{site: r.Call.Lparen, origin: origin{Pkg: j.p.pass.Pkg.Path()}})
		}
	}
}

// makes lists the calls of make that expr, a channel, may come from, or returns nil when they are not known, or one
// of them gives it a buffer.
func (v *values) makes(expr ast.Expr, seen ...types.Object) []*ast.CallExpr {
	switch expr := ast.Unparen(expr).(type) {
	case *ast.CallExpr:
		if b, ok := v.objectOf(ast.Unparen(expr.Fun)).(*types.Builtin); !ok || b.Name() != "make" {
			return nil
		}
		if len(expr.Args) == 2 && !isZero(v.info.Types[expr.Args[1]].Value) {
			return nil
		}
		return []*ast.CallExpr{expr}
	case *ast.Ident, *ast.SelectorExpr:
		obj, ok := v.objectOf(expr).(*types.Var)
		if !ok || slices.Contains(seen, types.Object(obj)) {
			return nil
		}
		var all []*ast.CallExpr
		for _, value := range v.assignedTo(obj) {
			made := v.makes(value, append(seen, obj)...)
			if made == nil {
				return nil
			}
			all = append(all, made...)
		}
		if v.known(obj) {
			return all
		}
	}
	return nil
}

func isZero(value constant.Value) bool {
	return value != nil && value.Kind() == constant.Int && constant.Sign(value) == 0
}

func isField(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	return ok && v.IsField()
}

// losesStop reports whether the call is one of signal.NotifyContext whose stop function goes nowhere.
func losesStop(p *pkgFlow, call *ssa.Call) bool {
	fn := call.Common().StaticCallee()
	return fn != nil && fn.String() == "os/signal.NotifyContext" && !slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		extract, ok := ref.(*ssa.Extract)
		return !ok || extract.Index == 1 && p.isUsed(extract, nil)
	})
}

// isUsed reports whether anything becomes of a value.
func (p *pkgFlow) isUsed(v ssa.Value, seen []ssa.Value) bool {
	if slices.Contains(seen, v) {
		return false
	}
	seen = append(seen, v)
	return slices.ContainsFunc(*v.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Phi:
			return p.isUsed(ref, seen)
		case *ssa.Call:
			callee := p.callee(ref.Common())
			if callee == nil || ref.Common().Value == v {
				return true
			}
			for i, arg := range ref.Common().Args {
				if arg == v && (i >= len(callee.Params) || p.isUsed(callee.Params[i], seen)) {
					return true
				}
			}
			return false
		}
		return true
	})
}
