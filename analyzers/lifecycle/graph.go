package lifecycle

import (
	"go/token"
	"maps"
	"slices"
)

// A node stands for all the values of a unit that may be the same one: a pointer and what it points to, a container
// and its elements, an interface and what it holds are one node. The fields of a struct are nodes of their own, by
// value: two servers of one type are two. Where flow is joined the nodes become one, so that too much rather than too
// little is seen as the same, and what may be stopped counts as stopped.
type node struct {
	up      *node // the node that this one has become a part of
	fields  map[string]*node
	funcs   []*lambda            // what a function value may be
	methods map[string][]*lambda // what the methods of an interface value may be
	consts  []string             // constants that the value may be: numbers, quoted strings, and what contexts.go calls a context
	globals []string             // package-level variables that hold it, as path.Name
	escaped bool                 // something that is not understood may hold it, and do anything with it
}

// fields of a context, besides those of structs.
const (
	parentField  = "^"       // the context that it is derived from
	timeoutField = "timeout" // how long it lasts
	addressField = "address" // of a listener
)

func (n *node) find() *node {
	for n.up != nil {
		if n.up.up != nil {
			n.up = n.up.up
		}
		n = n.up
	}
	return n
}

// field returns the node of a field, which is made when it is first asked for.
func (n *node) field(name string) *node {
	n = n.find()
	if f := n.fields[name]; f != nil {
		return f.find()
	}
	if n.fields == nil {
		n.fields = map[string]*node{}
	}
	f := &node{}
	n.fields[name] = f
	return f
}

// has returns the node of a field, or nil.
func (n *node) has(name string) *node {
	if f := n.find().fields[name]; f != nil {
		return f.find()
	}
	return nil
}

// unify makes one node of two.
func unify(a, b *node) {
	a, b = a.find(), b.find()
	if a == b {
		return
	}
	b.up = a
	a.escaped = a.escaped || b.escaped
	a.funcs = union(a.funcs, b.funcs)
	a.consts = union(a.consts, b.consts)
	a.globals = union(a.globals, b.globals)
	for name, lambdas := range b.methods {
		if a.methods == nil {
			a.methods = map[string][]*lambda{}
		}
		a.methods[name] = union(a.methods[name], lambdas)
	}
	for _, name := range keys(b.fields) {
		f := b.fields[name]
		if a = a.find(); a.fields[name] == nil {
			if a.fields == nil {
				a.fields = map[string]*node{}
			}
			a.fields[name] = f
		} else {
			unify(a.fields[name], f)
		}
	}
}

// keys lists the keys of a map in order, so that what is made of them is the same each time.
func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func union[T comparable](a, b []T) []T {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}

// reach calls visit for n and for what somebody who holds it comes to: exported fields, and what its functions and
// methods return.
func (n *node) reach(seen map[*node]bool, visit func(*node)) {
	n = n.find()
	if seen[n] {
		return
	}
	seen[n] = true
	visit(n)
	for _, name := range keys(n.fields) {
		if token.IsExported(name) {
			n.fields[name].reach(seen, visit)
		}
	}
}

// lambdas lists what somebody who holds n may call.
func (n *node) lambdas() []*lambda {
	var all []*lambda
	known := map[*lambda]bool{}
	n.reach(map[*node]bool{}, func(n *node) {
		for _, l := range n.functions() {
			if !known[l] {
				known[l] = true
				all = append(all, l)
			}
		}
	})
	return all
}

// functions lists what a function value, or the methods of an interface value, may be.
func (n *node) functions() []*lambda {
	all := n.funcs
	for _, name := range keys(n.methods) {
		all = append(slices.Clip(all), n.methods[name]...)
	}
	return all
}
