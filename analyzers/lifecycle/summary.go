package lifecycle

import (
	"cmp"
	"go/token"
	"go/types"
	"iter"
	"slices"

	"github.com/gracelint/gracelint"
)

// A summary tells what a function does to what it is given and returns, as a graph of its own. Nodes are named by their
// index. It holds slices only, in a settled order, since the go command hashes the bytes that it becomes into the keys
// of every importer.
type summary struct {
	Params, Results []int // nodes, the receiver first
	Nodes           []nodeSummary
	Ops             []opSummary
	Contexts        contextSummary
	Page            page // that it answers as a handler

	pkg      *types.Package // that made it; nil: it was read as a fact
	tooLarge bool           // it is none: the function is not understood
}

type nodeSummary struct {
	Fields  []fieldSummary
	Funcs   []lambdaSummary
	Methods []methodSummary
	Consts  []string
	Globals []string
	Escaped bool
	Foreign bool
}

// does reports whether the node is, or holds, functions that do something, as an interface value may.
func (n nodeSummary) does() bool { return len(n.Funcs) > 0 || len(n.Methods) > 0 }

// lambdas lists the functions that the node is, or holds.
func (n nodeSummary) lambdas() iter.Seq[lambdaSummary] {
	return func(yield func(lambdaSummary) bool) {
		for _, l := range n.Funcs {
			if !yield(l) {
				return
			}
		}
		for _, m := range n.Methods {
			for _, l := range m.Lambdas {
				if !yield(l) {
					return
				}
			}
		}
	}
}

type fieldSummary struct {
	Name string
	Node int
}

type methodSummary struct {
	Name    string
	Lambdas []lambdaSummary
}

type lambdaSummary struct {
	Params, Results []int
	Ops             []opSummary
	Unnamed         bool
	Page            page
}

// An opSummary is an [op] as its callers see it. Nodes are 1 + the index; 0 is none. What most have comes first: it takes
// fewer bytes.
type opSummary struct {
	Kind     opKind
	Node     int
	Origin   origin
	Released []int
	Traits   uint32
	Mode     mode
	Call     *callSummary
	With     int
	Method   string // empty: that of Call
	API      string // the table's row, as path.Type
	RawError int
	Notes    notes
	Ignores  []gracelint.Ignore // the comments at the origin
	Routine  string             // the goroutine that does it, as within has it
	Awaits   []string           // the goroutines that it waits for

	site token.Pos // in the package that made the summary
}

// traits lists what a fact tells of an op by a bit each.
func (o *op) traits() []*bool {
	return []*bool{&o.lostSight, &o.joined, &o.late, &o.afterSignal, &o.afterStart, &o.certain, &o.signal, &o.either, &o.leftAlone, &o.argument, &o.waited, &o.foreign, &o.undone, &o.paused, &o.repeated, &o.unsure, &o.aside, &o.optional, &o.lasting, &o.message, &o.ofRequest}
}

type callSummary struct {
	Method        string
	Args, Results []int
	Mode          mode
	Timer, Report bool
	Release       int // 1 + the index; 0 is none
}

// maxSizes returns how many nodes and ops a summary may have. In package main one function may wire up all that there is,
// and its summary becomes no fact.
func (p *pkgFlow) maxSizes() (nodes, ops int) {
	if p.pass.Pkg.Name() == "main" {
		return 10 * maxNodes, 10 * maxOps
	}
	return maxNodes, maxOps
}

// summarize makes the summary of a unit's function. It reports false when that is too much to tell.
func (u *unit) summarize() (*summary, bool) {
	maxNodes, maxOps := u.p.maxSizes()
	top := u.funcs[0]
	roots := append(u.nodes(top.Params), u.resultsOf(top)...)
	e := &encoder{u: u, maxOps: maxOps, ids: map[*node]int{}, wanted: map[*node]bool{}, reached: map[*node]bool{}, given: map[*node]bool{}, does: map[*lambda][]*op{}, tells: map[*lambda][]*op{}, telling: map[*lambda]bool{}, open: map[*lambda]bool{}}
	held := slices.Clone(roots)
	for _, name := range keys(u.globals) {
		held = append(held, u.globals[name].find())
	}
	for _, o := range u.frame(top).ops {
		if o.kind == opStart || o.kind == opBegin || o.kind == opCatch { // which the program is judged by
			held = append(held, o.node.find())
		}
	}
	for _, n := range held {
		e.reach(n)
	}
	e.reachThrough(u.calls)
	for _, n := range u.nodes(top.Params) {
		e.given[n.find()] = true
	}
	ops := e.outward(u.frame(top).ops)
	e.want(roots, held, ops)
	s := &e.summary
	s.pkg = u.p.pass.Pkg
	s.Page = u.literal[top].page
	for _, n := range u.nodes(top.Params) {
		s.Params = append(s.Params, e.id(n))
	}
	for _, n := range u.resultsOf(top) {
		s.Results = append(s.Results, e.id(n))
	}
	for _, name := range keys(u.globals) {
		if n := u.globals[name].find(); e.wanted[n] {
			e.id(n)
		}
	}
	s.Ops = e.ops(ops)
	return s, len(s.Nodes) <= maxNodes && e.written <= maxOps && !u.tooMuch
}

// An encoder numbers the nodes that a caller has to know.
type encoder struct {
	u       *unit
	summary summary
	ids     map[*node]int
	wanted  map[*node]bool
	reached map[*node]bool    // by a caller
	given   map[*node]bool    // by a caller, as parameters
	does    map[*lambda][]*op // what the call of a function value does
	tells   map[*lambda][]*op // the same, as far as callers can tell
	telling map[*lambda]bool  // memory of isTelling
	open    map[*lambda]bool
	written int // ops
	maxOps  int
}

// reach notes what a caller comes to who holds the node.
func (e *encoder) reach(n *node) {
	if n = n.find(); e.reached[n] {
		return
	}
	e.reached[n] = true
	for _, f := range n.fields {
		e.reach(f.node)
	}
	for _, l := range n.functions() {
		for _, m := range slices.Concat(l.params, l.results) {
			e.reach(m)
		}
		for _, o := range e.done(l) {
			if o.kind != opCall && o.node != nil { // the caller can have it done
				e.reach(o.node)
			}
		}
	}
}

// reachThrough notes what a caller comes to who says what the calls are of: what they are given and what they return. Of
// a method, that is only what is called or waited for here, or else every link of a chain of calls would count.
func (e *encoder) reachThrough(calls []*pending) {
	used := map[*node]bool{}
	for _, p := range calls {
		if p.method == "" {
			used[p.fn.find()] = true
		}
	}
	for _, ops := range e.u.ops {
		for _, o := range ops {
			if (o.kind == opJoin || o.kind == opRelease || o.kind == opClose) && o.node != nil {
				used[o.node.find()] = true
			}
		}
	}
	for again := true; again; {
		again = false
		for _, p := range calls {
			if p.method == anyMethod || p.log || !e.reached[p.fn.find()] {
				continue
			}
			for _, n := range slices.Concat(p.args, p.results) {
				if n = n.find(); !e.reached[n] && (p.method == "" || used[n]) {
					e.reach(n)
					again = true
				}
			}
		}
	}
}

// isTelling reports whether a function value is of interest to a caller: it does something, or returns what the caller
// knows, or what does something.
func (e *encoder) isTelling(l *lambda) bool {
	told, known := e.telling[l]
	if !known {
		e.telling[l] = false // should it return itself
		told = l.page != anyPage || len(e.opsOf(l)) > 0 || slices.ContainsFunc(l.results, func(n *node) bool {
			return e.given[n.find()] || slices.ContainsFunc(n.find().functions(), e.isTelling)
		})
		e.telling[l] = told
	}
	return told
}

// isReached reports whether a caller comes to the node, or to a context that it is derived from.
func (e *encoder) isReached(n *node) bool {
	return slices.ContainsFunc(lineOf(n), func(n *node) bool { return e.reached[n] })
}

// outward leaves out what no caller can tell apart from nothing: what is done to values that the caller cannot come
// by, unless it starts or stops something; and what is told twice.
func (e *encoder) outward(ops []*op) []*op {
	type key struct {
		kind       opKind
		node, with *node
		method     string
		origin     origin
		mode       mode
		traits     uint32
		rawError   int
		call       *pending
		api        *api
	}
	var kept []*op
	told := map[key]bool{}
	for _, o := range ops {
		switch o.kind {
		case opJoin, opRelease, opUnregister, opClose, opRoute, opEnlist, opReadList:
			if o.node == nil || !e.isReached(o.node) && !o.signal {
				continue
			}
		case opCall:
			if o.call.method == anyMethod || o.call.log || !e.reached[o.call.fn.find()] {
				continue // what escapes says so itself
			}
		case opExit:
			if o.panics() && !o.certain { // nobody means to stop so
				continue
			}
		case opSleep:
			if e.u.p.sharp && !e.isReached(o.node) {
				continue
			}
		case opRelinquish:
			if e.isReached(o.node) {
				break
			}
			if !o.afterSignal || o.mode != inline {
				continue
			}
			own := *o
			own.kind, own.node = opCloseOwn, nil
			o = &own
		case opTimer:
			if !slices.ContainsFunc(ops, func(stop *op) bool {
				return stop.kind == opStop && stop.with != nil && stop.with.find() == o.node.find()
			}) {
				continue
			}
		case opWait:
			if o.node != nil && e.isReached(o.node) {
				continue // the join is told of
			}
			local := *o
			local.node = nil
			o = &local
		case opMust:
			if o.call != nil && !e.reached[o.call.fn.find()] {
				continue
			}
		case opBase:
			if !e.isReached(o.with) || e.u.isCancelled(o) {
				continue
			}
		}
		k := key{kind: o.kind, node: found(o.node), with: found(o.with), method: o.method, origin: o.origin, mode: o.mode, rawError: o.rawError, call: o.call, api: o.api}
		for i, on := range o.traits() {
			if *on {
				k.traits |= 1 << i
			}
		}
		switch {
		case o.kind == opCall && o.node.find().escaped: // by now it may be anything
			k.origin, k.method, k.call = origin{}, "", nil
		case o.kind == opRelease, o.kind == opJoin && !o.signal:
			k.origin = origin{}
		}
		if !told[k] {
			told[k] = true
			kept = append(kept, o)
		}
	}
	return kept
}

func found(n *node) *node {
	if n == nil {
		return nil
	}
	return n.find()
}

// done returns what the call of a function value does.
func (e *encoder) done(l *lambda) []*op {
	ops, known := e.does[l]
	if !known {
		ops = e.u.opsOf(l)
		e.does[l] = ops
	}
	return ops
}

// opsOf returns what the call of a function value does, as far as callers can tell.
func (e *encoder) opsOf(l *lambda) []*op {
	ops, known := e.tells[l]
	if !known {
		e.tells[l] = nil // should it hold itself
		ops = e.outward(e.done(l))
		e.tells[l] = ops
	}
	return ops
}

// want marks the nodes that matter: those of ops, those that are in several places, and those on the way to them.
func (e *encoder) want(roots, held []*node, ops []*op) {
	visits, spread := map[*node]int{}, map[*node]bool{}
	var visit func(n *node)
	mark := func(nodes ...*node) {
		for _, n := range nodes {
			if n != nil {
				e.wanted[n.find()] = true
				visit(n)
			}
		}
	}
	markOps := func(ops []*op) {
		for _, o := range ops {
			mark(o.node, o.with)
			mark(o.released...)
			mark(o.passedOn...)
			if o.call != nil {
				mark(o.call.args...)
				mark(o.call.results...)
				mark(o.call.release)
			}
		}
	}
	visit = func(n *node) {
		n = n.find()
		if visits[n]++; visits[n] > 1 {
			return
		}
		for _, l := range n.functions() {
			if e.isTelling(l) {
				e.wanted[n] = true
				mark(l.params...)
				mark(l.results...)
				markOps(e.opsOf(l))
			}
		}
		if len(n.consts) > 0 && !n.escaped || n.escaped && !spread[n] || len(n.globals) > 1 {
			e.wanted[n] = true
		}
		for _, field := range n.fields {
			f := field.node.find()
			escapes := n.escaped && token.IsExported(field.name) // with this one
			if escapes {
				spread[f] = true
			}
			if visit(f); (visits[f] > 1 || len(f.globals) > 0) && !(escapes && f.escaped) { // a second way to it
				e.wanted[f] = true
			}
		}
	}
	mark(roots...)
	for _, n := range held {
		visit(n)
	}
	markOps(ops)
	// Whatever leads to a wanted node is wanted. That goes from the wanted ones back, so that it does not matter where in a
	// circle of fields it begins.
	from := map[*node][]*node{}
	var next []*node
	for n := range visits {
		for _, f := range n.fields {
			from[f.node.find()] = append(from[f.node.find()], n)
		}
		if e.wanted[n] {
			next = append(next, n)
		}
	}
	for len(next) > 0 {
		n := next[len(next)-1]
		next = next[:len(next)-1]
		for _, holder := range from[n] {
			if !e.wanted[holder] {
				e.wanted[holder] = true
				next = append(next, holder)
			}
		}
	}
}

// id returns the number of a node, which is written down when it is first asked for.
func (e *encoder) id(n *node) int {
	n = n.find()
	if id, ok := e.ids[n]; ok {
		return id
	}
	id := len(e.summary.Nodes)
	e.ids[n] = id
	e.summary.Nodes = append(e.summary.Nodes, nodeSummary{})
	s := nodeSummary{Globals: n.globals, Escaped: n.escaped, Foreign: n.foreign}
	if !n.escaped {
		s.Consts = n.consts
	}
	for _, f := range n.fields {
		if e.wanted[f.node.find()] {
			s.Fields = append(s.Fields, fieldSummary{f.name, e.id(f.node)})
		}
	}
	s.Funcs = e.lambdas(n.funcs)
	for _, name := range keys(n.methods) {
		if lambdas := e.lambdas(n.methods[name]); len(lambdas) > 0 {
			s.Methods = append(s.Methods, methodSummary{name, lambdas})
		}
	}
	e.summary.Nodes[id] = s
	return id
}

func (e *encoder) lambdas(ls []*lambda) []lambdaSummary {
	var all []lambdaSummary
	for _, l := range ls {
		if e.open[l] || !e.isTelling(l) || e.written > e.maxOps { // it may hold itself
			continue
		}
		e.open[l] = true
		s := lambdaSummary{Ops: e.ops(e.opsOf(l)), Unnamed: l.unnamed, Page: l.page}
		for _, n := range l.params {
			s.Params = append(s.Params, e.id(n))
		}
		for _, n := range l.results {
			s.Results = append(s.Results, e.id(n))
		}
		e.open[l] = false
		all = append(all, s)
	}
	return all
}

func (e *encoder) optional(n *node) int {
	if n == nil {
		return 0
	}
	return e.id(n) + 1
}

func (e *encoder) ops(ops []*op) []opSummary {
	var all []opSummary
	e.written += len(ops)
	for _, o := range ops {
		s := opSummary{
			Kind: o.kind, Node: e.optional(o.node), With: e.optional(o.with), Method: o.method, Origin: o.origin, Mode: o.mode,
			RawError: o.rawError, Notes: o.notes, Ignores: o.ignores, Routine: o.goroutine, Awaits: o.awaits, site: o.site,
		}
		if o.api != nil {
			s.API = o.api.pkg + "." + o.api.typ
		}
		for _, n := range union(o.released, o.passedOn) {
			s.Released = append(s.Released, e.id(n))
		}
		for i, on := range o.traits() {
			if *on {
				s.Traits |= 1 << i
			}
		}
		if o.call != nil {
			if s.Method == o.call.method {
				s.Method = ""
			}
			s.Call = &callSummary{Method: o.call.method, Mode: o.call.mode, Timer: o.call.timer, Report: o.call.report, Release: e.optional(o.call.release)}
			for _, n := range o.call.args {
				s.Call.Args = append(s.Call.Args, e.id(n))
			}
			for _, n := range o.call.results {
				s.Call.Results = append(s.Call.Results, e.id(n))
			}
		}
		all = append(all, s)
	}
	return all
}

// of returns the part of the summary that tells what some variables hold.
func (s *summary) of(names []string) *summary {
	part := &summary{pkg: s.pkg, Nodes: make([]nodeSummary, len(s.Nodes))}
	var add func(ids ...int)
	addOps := func(ops []opSummary) {
		for _, o := range ops {
			add(o.Node-1, o.With-1)
			add(o.Released...)
			if c := o.Call; c != nil {
				add(c.Args...)
				add(c.Results...)
				add(c.Release - 1)
			}
		}
	}
	seen := make([]bool, len(s.Nodes))
	add = func(ids ...int) {
		for _, id := range ids {
			if id < 0 || seen[id] {
				continue
			}
			seen[id] = true
			n := s.Nodes[id]
			part.Nodes[id] = n
			for _, f := range n.Fields {
				add(f.Node)
			}
			for l := range n.lambdas() {
				add(l.Params...)
				add(l.Results...)
				addOps(l.Ops)
			}
		}
	}
	for id, n := range s.Nodes {
		if slices.ContainsFunc(n.Globals, func(name string) bool { return slices.Contains(names, name) }) {
			add(id)
		}
	}
	return part
}

// instantiate copies the summary's graph into the unit of a call, joins it with what the call gives and takes, and
// emits what the function does.
func (s *summary) instantiate(at *site) {
	at.u.p.copied += len(s.Nodes) + len(s.Ops)
	d := &decoder{site: at, nodes: fresh(len(s.Nodes)), own: s.pkg == at.u.p.pass.Pkg}
	for i, n := range s.Nodes {
		d.fill(d.nodes[i], n)
	}
	for i, id := range s.Params {
		if i < len(at.params) {
			unify(at.params[i], d.nodes[id])
		}
	}
	for i, id := range s.Results {
		if i < len(at.results) {
			unify(at.results[i], d.nodes[id])
		}
	}
	for i := range s.Nodes {
		for _, name := range s.Nodes[i].Globals {
			unify(at.u.global(name), d.nodes[i])
		}
	}
	for _, o := range s.Ops {
		at.emit(d.op(o))
	}
}

type decoder struct {
	site  *site
	nodes []*node
	own   bool // the summary is of the package at hand
}

func (d *decoder) fill(n *node, s nodeSummary) {
	n.consts, n.globals = s.Consts, s.Globals
	if s.Escaped {
		d.site.u.escape(n)
		d.site.call(&pending{fn: n, method: anyMethod, mode: later})
	}
	if s.Foreign {
		n.estrange()
	}
	for _, f := range s.Fields {
		n.addField(f.Name, d.nodes[f.Node])
	}
	n.funcs = d.lambdas(s.Funcs)
	for _, m := range s.Methods {
		if n.methods == nil {
			n.methods = map[string][]*lambda{}
		}
		n.methods[m.Name] = d.lambdas(m.Lambdas)
	}
}

func (d *decoder) lambdas(all []lambdaSummary) []*lambda {
	var ls []*lambda
	for _, s := range all {
		d.site.u.p.copied += len(s.Ops)
		l := &lambda{params: d.all(s.Params), results: d.all(s.Results), unnamed: s.Unnamed, page: s.Page}
		for _, o := range s.Ops {
			l.ops = append(l.ops, d.op(o))
		}
		ls = append(ls, l)
	}
	return ls
}

func (d *decoder) all(ids []int) []*node {
	var nodes []*node
	for _, id := range ids {
		nodes = append(nodes, d.nodes[id])
	}
	return nodes
}

func (d *decoder) optional(id int) *node {
	if id == 0 {
		return nil
	}
	return d.nodes[id-1]
}

func (d *decoder) op(s opSummary) *op {
	o := &op{
		kind: s.Kind, node: d.optional(s.Node), with: d.optional(s.With), method: s.Method, origin: s.Origin, mode: s.Mode,
		rawError: s.RawError, notes: s.Notes, ignores: s.Ignores, goroutine: s.Routine, awaits: s.Awaits, released: d.all(s.Released), site: s.site, api: apiNamed(d.site.u.p.servers, s.API),
	}
	for i, on := range o.traits() {
		*on = s.Traits>>i&1 != 0
	}
	if !d.own || !o.site.IsValid() {
		o.site = d.site.pos
	}
	if c := s.Call; c != nil {
		o.method = cmp.Or(s.Method, c.Method)
		o.call = &pending{fn: o.node, method: c.Method, args: d.all(c.Args), results: d.all(c.Results), mode: c.Mode, timer: c.Timer, report: c.Report, release: d.optional(c.Release)}
		d.site.u.calls = append(d.site.u.calls, o.call)
	}
	return o
}
