package lifecycle

import "slices"

// An iterator of the standard library is a function that hands the elements of a container to the function that it is
// given, which is how a range over it calls the loop's body. A container and its elements are one node.

// iterators give the elements, by the full name of the function that makes one, with the parameters of the yield
// function that are elements.
var iterators = map[string][]int{
	"slices.All": {1}, "slices.Backward": {1}, "slices.Values": {0}, "slices.Chunk": {0},
	"maps.All": {0, 1}, "maps.Keys": {0}, "maps.Values": {0},
}

// collectors call an iterator and keep what it gives: in their result, or in the parameter before it.
var collectors = map[string]int{ // the index of the iterator
	"slices.Collect": 0, "slices.Sorted": 0, "slices.SortedFunc": 0, "slices.SortedStableFunc": 0, "slices.AppendSeq": 1,
	"maps.Collect": 0, "maps.Insert": 1,
}

// arrangers return, or put in their first parameter, what they are given, or a function that does the same.
var arrangers = []string{
	"slices.Clip", "slices.Clone", "slices.Concat", "slices.Reverse", "maps.Clone", "maps.Copy", "sync.OnceFunc", "sync.OnceValue", "sync.OnceValues",
}

// iterates handles the functions that make iterators and that use them up, and others that only move elements.
func (s *site) iterates() bool {
	name := s.fn.FullName()
	if elements, ok := iterators[name]; ok {
		s.iterator(elements)
		return true
	}
	if seq, ok := collectors[name]; ok {
		held := slices.Concat(s.params[:seq], s.results)
		for _, n := range held {
			unify(held[0], n)
		}
		s.call(&pending{fn: s.params[seq], args: []*node{{funcs: []*lambda{{params: []*node{held[0], held[0]}}}}}})
		return true
	}
	if slices.Contains(arrangers, name) {
		for _, n := range slices.Concat(s.params, s.results) {
			unify(s.params[0], n)
		}
		return true
	}
	return false
}

// iterator makes a function that calls the one that it is given with the elements of the container.
func (s *site) iterator(elements []int) {
	args := fresh(1 + slices.Max(elements))
	for _, i := range elements {
		args[i] = s.params[0]
	}
	yield := &node{}
	l := &lambda{params: []*node{yield}}
	made := &site{u: s.u, fn: s.fn, pos: s.pos, emit: func(o *op) { l.ops = append(l.ops, o) }}
	made.call(&pending{fn: yield, args: args})
	seq := s.results[0].find()
	seq.funcs = append(seq.funcs, l)
}
