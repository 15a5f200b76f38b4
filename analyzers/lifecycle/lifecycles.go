package lifecycle

import (
	"slices"

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
		s.call(&pending{fn: n, method: anyMethod, mode: later})
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

// isHook reports whether the instruction calls a method of lifecycles.
func isHook(at ssa.Instruction) bool {
	call, ok := at.(*ssa.Call)
	return ok && call.Call.IsInvoke() && slices.Contains(lifecycles, call.Call.Method.FullName())
}
