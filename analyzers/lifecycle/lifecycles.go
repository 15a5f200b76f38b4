package lifecycle

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// lifecycles are the methods by which a framework is given functions that it calls when the program starts and when it
// stops. Of fx v1.24.0.
var lifecycles = []string{"(go.uber.org/fx.Lifecycle).Append"}

// appends handles the methods of lifecycles.
func (s *site) appends() bool {
	if !slices.Contains(lifecycles, s.fn.FullName()) {
		return false
	}
	for _, n := range s.args() {
		for _, hook := range []string{"OnStart", "OnStop"} {
			s.call(&pending{fn: n.field(hook), args: []*node{{escaped: true}}, mode: later})
		}
	}
	return true
}

// fatalInHook finds exits on a server's sentinel in what a framework calls, which calls what stops the server too. That
// is found by the framework's user, since main may not come to it: fx calls by reflection. The ops are those of the
// function that the literal of l stands in.
func (l *link) fatalInHook(ops []*op) {
	hooked := func(kind opKind, server *node) bool {
		return slices.ContainsFunc(ops, func(o *op) bool { return o.kind == kind && isHook(o.at) && o.node.find() == server.find() })
	}
	for _, start := range l.of(opStart) {
		if exits := l.on(start.node, opFatal); len(exits) > 0 && hooked(opStart, start.node) && hooked(opStop, start.node) {
			s := l.server(start)
			l.fatal(exits, &s)
		}
	}
}

// saidInHook reports whether fatalInHook speaks of the exit: where the hooks are appended, in another package at hand.
func (l *link) saidInHook(exit *op) bool {
	return exit.mode == later && !exit.foreign && exit.origin.Pkg != l.program.Path
}

// isHook reports whether the instruction calls a method of lifecycles.
func isHook(at ssa.Instruction) bool {
	call, ok := at.(*ssa.Call)
	return ok && call.Call.IsInvoke() && slices.Contains(lifecycles, call.Call.Method.FullName())
}

// wiring is the package whose functions are given functions that it calls, one with the results of others, by type. Of fx
// v1.24.0 (dig v1.19.0).
const wiring = "go.uber.org/fx"

// What the package is told of, and its values, are variables of it that it does not have: an application is wired up
// anywhere in the program.
const (
	optionsOf  = wiring + ".options"
	valueOf    = wiring + ".value "
	takenField = "taken"
)

// wires handles the functions that make the application and its options. A function that is given by itself gets the
// values of its parameters' types, and gives those of its results' types. Whatever else is told, such as names, other
// types or values, casts doubt on all of them.
func (s *site) wires() bool {
	if s.fn.Pkg() == nil || s.fn.Pkg().Path() != wiring || s.recvType != nil {
		return false
	}
	options := s.u.global(optionsOf)
	switch s.fn.Name() {
	case "Provide", "Invoke":
		unify(s.results[0], options)
		given, known := s.variadic()
		for _, v := range given {
			made, ok := v.(*ssa.MakeInterface)
			if !ok || s.u.made[made.X] == nil {
				known = false
				continue
			}
			sig := made.X.Type().Underlying().(*types.Signature)
			p := &pending{fn: &node{funcs: []*lambda{s.u.made[made.X]}}, mode: later} // by itself: the list is one with all of its functions
			for param := range sig.Params().Variables() {
				p.args = append(p.args, s.wired(param.Type(), true))
			}
			for result := range sig.Results().Variables() {
				p.results = append(p.results, s.wired(result.Type(), false))
			}
			s.call(p)
		}
		if top := s.u.funcs[0].Signature; !known || top.TypeParams().Len() > 0 || top.RecvTypeParams().Len() > 0 { // the types are not known
			s.letGo(append(slices.Clip(s.args()), options))
		}
	case "New", "Module", "Options":
		for i, n := range s.params {
			if t := s.paramType(i); !isPlain(t) {
				unify(n, options)
			}
		}
		if s.fn.Name() != "New" {
			unify(s.results[0], options)
		}
	case "Supply", "WithLogger", "StartTimeout", "StopTimeout":
		unify(s.results[0], options)
		s.letGo(s.args())
	default:
		if results := s.fn.Signature().Results(); results.Len() > 0 && (isNamed(results.At(0).Type(), wiring, "Option") || isNamed(results.At(0).Type(), wiring, "Annotation")) {
			s.letGo([]*node{options})
		}
		return false
	}
	return true
}

// variadic returns the arguments that the call names one by one in the place of its last parameter.
func (s *site) variadic() (given []ssa.Value, known bool) {
	if s.instr == nil {
		return nil, false
	}
	args := s.instr.Common().Args
	slice, ok := args[len(args)-1].(*ssa.Slice)
	if !ok {
		return nil, false
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil, false
	}
	for _, ref := range *array.Referrers() {
		if elem, ok := ref.(*ssa.IndexAddr); ok {
			for _, ref := range *elem.Referrers() {
				if store, ok := ref.(*ssa.Store); ok {
					given = append(given, store.Val)
				}
			}
		}
	}
	return given, true
}

// wired returns the value of a type, or what has those of the fields of fx.In and fx.Out. Groups of values are one with
// what they are made of, as are slices and their elements everywhere.
func (s *site) wired(t types.Type, taken bool) *node {
	if isBundle(t) {
		n := &node{}
		for field := range t.Underlying().(*types.Struct).Fields() {
			unify(n.field(field.Name()), s.wired(field.Type(), taken))
		}
		return n
	}
	if slice, ok := t.Underlying().(*types.Slice); ok {
		t = slice.Elem()
	}
	if isPlain(t) {
		return &node{}
	}
	n := s.u.global(valueOf + types.TypeString(t, nil))
	if taken {
		n.field(takenField).consts = []string{takenField}
	}
	return n
}

// isBundle reports whether the type is a struct that embeds fx.In or fx.Out, at any depth.
func isBundle(t types.Type) bool {
	str, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range str.Fields() {
		if field.Embedded() && (isNamed(field.Type(), wiring, "In") || isNamed(field.Type(), wiring, "Out") || isBundle(field.Type())) {
			return true
		}
	}
	return false
}

// doubtWiring lets go of the values that nobody takes, since what makes them may never be called, and of all where
// something is told that is not in sight.
func (u *unit) doubtWiring() {
	options := u.global(optionsOf)
	doubt := options.escaped || slices.ContainsFunc(options.globals, func(name string) bool {
		path := name[:strings.LastIndexByte(name, '.')]
		return path != wiring && path != u.p.pass.Pkg.Path()
	})
	for _, name := range keys(u.globals) {
		if n := u.globals[name].find(); strings.HasPrefix(name, valueOf) && (doubt || n.has(takenField) == nil) {
			u.escape(n)
			u.calls = append(u.calls, &pending{fn: n, method: anyMethod, mode: later})
		}
	}
}
