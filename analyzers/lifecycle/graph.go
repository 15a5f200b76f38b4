package lifecycle

import (
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// A node stands for all the values of a unit that may be the same one: a pointer and what it points to, a container
// and its elements, an interface and what it holds are one node. The fields of a struct are nodes of their own, by
// value: two servers of one type are two. Where flow is joined the nodes become one, so that too much rather than too
// little is seen as the same, and what may be stopped counts as stopped.
type node struct {
	up        *node                // the node that this one has become a part of
	fields    []field              // by name
	funcs     []*lambda            // what a function value may be
	methods   map[string][]*lambda // what the methods of an interface value may be
	converted []conversion         // whose methods are among them
	consts    []string             // constants that the value may be: numbers, quoted strings, and what contexts.go calls a context
	globals   []string             // package-level variables that hold it, as path.Name
	escaped   bool                 // something that is not understood may hold it, and do anything with it
	foreign   bool                 // it comes from there: so may what only its own methods lead to
}

// A conversion makes an interface value of one of a concrete type. The interface is nil when it is none.
type conversion struct{ from, to types.Type }

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

// A field is a part of a node.
type field struct {
	name string
	node *node
}

// field returns the node of a field, which is made when it is first asked for.
func (n *node) field(name string) *node {
	f := n.has(name)
	if f == nil {
		f = &node{}
		n.find().addField(name, f)
	}
	return f
}

// has returns the node of a field, or nil.
func (n *node) has(name string) *node {
	n = n.find()
	if i, ok := n.fieldIndex(name); ok {
		return n.fields[i].node.find()
	}
	return nil
}

func (n *node) fieldIndex(name string) (int, bool) {
	return slices.BinarySearchFunc(n.fields, name, func(f field, name string) int { return strings.Compare(f.name, name) })
}

// addField gives a node, which has become a part of no other, a field that it lacks.
func (n *node) addField(name string, f *node) {
	i, _ := n.fieldIndex(name)
	n.fields = slices.Insert(n.fields, i, field{name, f})
	switch {
	case n.foreign:
		f.estrange()
	case n.escaped && token.IsExported(name):
		f.leak()
	}
}

// unify makes one node of two.
func unify(a, b *node) {
	a, b = a.find(), b.find()
	if a == b {
		return
	}
	if a.escaped != b.escaped {
		a.leak()
		b.leak()
	}
	if a.foreign != b.foreign {
		a.estrange()
		b.estrange()
	}
	b.up = a
	a.funcs = union(a.funcs, b.funcs)
	if len(a.consts) < maxConsts {
		a.consts = union(a.consts, b.consts)
	}
	a.globals = union(a.globals, b.globals)
	a.converted = union(a.converted, b.converted)
	for name, lambdas := range b.methods {
		if a.methods == nil {
			a.methods = map[string][]*lambda{}
		}
		a.methods[name] = union(a.methods[name], lambdas)
	}
	for _, f := range b.fields {
		a = a.find()
		if same := a.has(f.name); same != nil {
			unify(same, f.node)
		} else {
			a.addField(f.name, f.node)
		}
	}
}

// leak notes that something that is not understood may hold the node, and all that leads to; it reports whether that is
// news. Whatever an escaped node leads to has escaped too.
func (n *node) leak() bool {
	if n = n.find(); n.escaped {
		return false
	}
	n.escaped = true
	for _, f := range n.fields {
		if token.IsExported(f.name) {
			f.node.leak()
		}
	}
	return true
}

// estrange notes that the node comes from something that is not understood, which may know of another way to all of its
// fields; it reports whether that is news.
func (n *node) estrange() bool {
	if n = n.find(); n.foreign {
		return false
	}
	n.leak()
	n.foreign = true
	for _, f := range n.fields {
		f.node.estrange()
	}
	return true
}

// keys lists the keys of a map in order, so that what is made of them is the same each time.
func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func union[T comparable](a, b []T) []T {
	if len(a) == 0 {
		return slices.Clip(b)
	}
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
	for _, f := range n.fields {
		if token.IsExported(f.name) {
			f.node.reach(seen, visit)
		}
	}
}

// functions lists what a function value, or the methods of an interface value, may be.
func (n *node) functions() []*lambda {
	all := n.funcs
	if len(n.methods) == 0 {
		return all
	}
	for _, name := range keys(n.methods) {
		all = append(slices.Clip(all), n.methods[name]...)
	}
	return all
}
