package lifecycle

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A unit is a declared function with the literals in it, whose values it joins into one graph. What the functions
// that it calls do comes from their summaries, a fresh copy for each call, so that a helper called for two servers does
// not make one of them.
type unit struct {
	p        *pkgFlow
	funcs    []*ssa.Function // the function, then its literals
	values   map[ssa.Value]*node
	tuples   map[ssa.Value][]*node // the results of calls that have several
	returns  map[*ssa.Function][]*node
	literal  map[*ssa.Function]*lambda
	globals  map[string]*node
	ops      map[ssa.Instruction][]*op
	calls    []*pending
	sites    map[ssa.CallInstruction]*site
	leaks    []*node // that have escaped
	frames   map[*ssa.Function]*frame
	active   map[*lambda]bool
	init     []*op                     // what the initialization of the package does
	copies   int                       // of ops
	tooMuch  bool                      // some frame is beyond the bounds
	placedAt map[ssa.Instruction][]*op // memory of opsAt
	exposed  map[*lambda]bool          // memory of isExposed
	reaches  map[*ssa.Function]*reach
	loose    map[*lambda]bool      // functions that anybody may call
	made     map[ssa.Value]*lambda // what a function value is that was made of a literal or a method
}

func newUnit(p *pkgFlow, top *ssa.Function) *unit {
	u := &unit{
		p: p, values: map[ssa.Value]*node{}, tuples: map[ssa.Value][]*node{}, returns: map[*ssa.Function][]*node{},
		literal: map[*ssa.Function]*lambda{}, globals: map[string]*node{}, ops: map[ssa.Instruction][]*op{}, placedAt: map[ssa.Instruction][]*op{},
		frames: map[*ssa.Function]*frame{}, active: map[*lambda]bool{}, sites: map[ssa.CallInstruction]*site{}, made: map[ssa.Value]*lambda{},
		loose: map[*lambda]bool{}, reaches: map[*ssa.Function]*reach{},
	}
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		u.funcs = append(u.funcs, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	add(top)
	for _, fn := range u.funcs {
		u.literal[fn] = &lambda{fn: fn, params: u.nodes(fn.Params), results: u.resultsOf(fn), page: p.pageOfBody(fn)}
	}
	for _, fn := range u.funcs {
		for instr := range instrs(fn) {
			u.join(fn, instr)
		}
	}
	u.joinGlobals()
	u.resolve()
	if u.isMain() {
		u.doubtWiring()
		for _, p := range u.calls {
			if u.isUnknown(p) {
				for _, n := range slices.Concat(p.args, p.results) {
					u.escape(n)
				}
				for _, n := range p.results {
					n.estrange()
				}
			}
		}
		u.resolve()
	}
	if !p.sharp {
		u.noteAccepts()
		u.noteLists()
	}
	return u
}

// isMain reports whether the unit is the program's main: what its function values are is not known to any caller
// either.
func (u *unit) isMain() bool {
	return u.funcs[0].Name() == "main" && u.p.pass.Pkg.Name() == "main" && u.funcs[0].Signature.Recv() == nil
}

// isUnknown reports whether the call is one of something that is not in sight.
func (u *unit) isUnknown(p *pending) bool {
	return u.isMain() && p.method != anyMethod && (!p.leads || p.fn.find().escaped)
}

// joinGlobals joins the variables that the unit names with what they hold from the start; main with all of its package,
// whose initialization is a part of the program.
func (u *unit) joinGlobals() {
	byPackage := map[string][]string{}
	for _, name := range keys(u.globals) {
		path := name[:strings.LastIndexByte(name, '.')]
		byPackage[path] = append(byPackage[path], name)
	}
	own := u.p.pass.Pkg.Path()
	if u.isMain() {
		byPackage[own] = nil
	}
	for _, path := range keys(byPackage) {
		sum := u.p.globalsOf(path)
		switch {
		case sum == nil:
		case u.isMain() && path == own:
			sum.instantiate(&site{u: u, emit: func(o *op) { u.init = append(u.init, o) }})
		default:
			sum.of(byPackage[path]).instantiate(&site{u: u, emit: func(*op) {}})
		}
	}
	if u.isMain() {
		for _, l := range lentBelow(u.p.pass) {
			var sum summary
			decode(l.Summary, &sum, l.Path)
			sum.instantiate(&site{u: u, emit: func(*op) {}})
		}
	}
}

func (u *unit) nodes(params []*ssa.Parameter) []*node {
	var nodes []*node
	for _, param := range params {
		nodes = append(nodes, u.value(param))
	}
	return nodes
}

func fresh(n int) []*node {
	nodes := make([]*node, n)
	for i := range nodes {
		nodes[i] = &node{}
	}
	return nodes
}

func (u *unit) resultsOf(fn *ssa.Function) []*node {
	if _, ok := u.returns[fn]; !ok {
		u.returns[fn] = fresh(fn.Signature.Results().Len())
	}
	return u.returns[fn]
}

// value returns the node of an SSA value.
func (u *unit) value(v ssa.Value) *node {
	switch v := v.(type) {
	case *ssa.Const:
		return &node{consts: constants(v)} // every nil would be the same, if it were kept
	case *ssa.Global:
		return u.global(v.Pkg.Pkg.Path() + "." + v.Name())
	case *ssa.UnOp:
		if global, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL && isStd(global.Pkg.Pkg.Path()) {
			return &node{consts: stdConstants[global.Pkg.Pkg.Path()+"."+global.Name()]} // as good as a constant
		}
	}
	if u.values[v] == nil {
		u.values[v] = &node{}
		if fn, ok := v.(*ssa.Function); ok {
			u.made[v] = u.lambdaOf(fn, nil, token.NoPos)
			u.values[v].funcs = []*lambda{u.made[v]}
		}
	}
	return u.values[v].find()
}

func constants(c *ssa.Const) []string {
	if c.Value == nil {
		if slice, ok := c.Type().Underlying().(*types.Slice); ok && slice.Elem().String() == "os.Signal" {
			return []string{everySignal}
		}
		if c.Type().String() == "net/http.Handler" {
			return []string{noHandler}
		}
		return nil
	}
	switch c.Value.Kind() {
	case constant.String:
		if text := constant.StringVal(c.Value); !isProse(text) {
			return []string{textConst(text)}
		}
	case constant.Int:
		return []string{c.Value.ExactString()}
	}
	return nil
}

// isProse reports whether a text is no address, name, path or pattern of a route, like "GET /".
func isProse(text string) bool {
	return strings.Contains(text, " ") && !strings.Contains(text, " /")
}

// stdConstants are variables of the standard library that nobody assigns to.
var stdConstants = map[string][]string{"os.Interrupt": {strconv.Itoa(SIGINT)}, "os.Kill": {strconv.Itoa(SIGKILL)}, defaultMux: {defaultMux}}

// everySignal is the constant of a list that names no signal.
const everySignal = "every signal"

// noHandler is the constant of a handler that is nil, which stands for http.DefaultServeMux.
const noHandler = "no handler"

// A constant text is written with a mark, so that it is no number; of one that is known in its beginning only, the
// mark is another.
func textConst(text string) string   { return "=" + text }
func prefixConst(text string) string { return "^" + text }

func (u *unit) global(name string) *node {
	if u.globals[name] == nil {
		u.globals[name] = &node{globals: []string{name}}
	}
	return u.globals[name].find()
}

// lambdaOf returns the function value that fn is: a literal of the unit, or another function whose effects are copied
// into the value. For a method value the receiver is given, and where it is made.
func (u *unit) lambdaOf(fn *ssa.Function, recv *node, pos token.Pos) *lambda {
	if l := u.literal[fn]; l != nil {
		return l
	}
	obj, _ := fn.Object().(*types.Func)
	sig := fn.Signature
	params := fresh(sig.Params().Len())
	l := &lambda{params: params, results: fresh(sig.Results().Len()), page: u.p.pageOf(obj)}
	s := &site{u: u, fn: obj, params: params, results: l.results, emit: func(o *op) { l.ops = append(l.ops, o) }}
	switch {
	case obj == nil:
		return l
	case recv != nil:
		s.params = append([]*node{recv}, params...)
		s.recvType = obj.Signature().Recv().Type()
	case obj.Signature().Recv() != nil: // a method expression takes the receiver first
		s.recvType = obj.Signature().Recv().Type()
	}
	s.perform()
	for _, o := range l.ops {
		if (o.kind == opStart || o.kind == opBegin) && o.origin.Line == 0 { // a start is shown where its value is made
			o.site = pos
			u.p.locate(o)
		}
	}
	return l
}

// results returns the nodes of what a call returns.
func (u *unit) results(call ssa.Value, n int) []*node {
	if n == 1 {
		return []*node{u.value(call)}
	}
	if u.tuples[call] == nil {
		u.tuples[call] = fresh(n)
	}
	return u.tuples[call]
}

// escape notes that something which is not understood may hold the value.
func (u *unit) escape(n *node) { u.leaks = append(u.leaks, n) }

func (u *unit) join(fn *ssa.Function, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		unify(u.value(instr.Addr), u.value(instr.Val))
		u.joinRequestContext(instr)
		if global, ok := instr.Addr.(*ssa.Global); ok && global.Pkg != fn.Pkg { // its own package may call it
			s := &site{u: u, emit: func(o *op) { u.emit(instr, o, instr.Pos()) }}
			s.call(&pending{fn: u.value(instr.Val), method: anyMethod, mode: later})
		}
	case *ssa.MapUpdate:
		unify(u.value(instr.Map), u.value(instr.Key))
		unify(u.value(instr.Map), u.value(instr.Value))
	case *ssa.Send:
		unify(u.value(instr.Chan), u.value(instr.X))
		u.emit(instr, &op{kind: opRelease, node: u.value(instr.Chan)}, instr.Pos())
	case *ssa.Select:
		u.joinSelect(instr)
	case *ssa.FieldAddr:
		u.joinField(instr, instr.X, instr.Field)
	case *ssa.Field:
		u.joinField(instr, instr.X, instr.Field)
	case *ssa.Phi:
		for _, edge := range instr.Edges {
			unify(u.value(instr), u.value(edge))
		}
		if isString(instr.Type()) && isDefault(instr) {
			u.value(instr).override()
		}
	case *ssa.MakeInterface:
		if isPlain(instr.X.Type()) {
			break // a log line would make one of its arguments
		}
		unify(u.value(instr), u.value(instr.X))
		u.addMethods(u.value(instr), instr.X.Type(), instr.Type())
	case *ssa.MakeClosure:
		u.joinClosure(instr)
	case *ssa.Return:
		for i, r := range instr.Results {
			unify(u.resultsOf(fn)[i], u.value(r))
		}
	case ssa.CallInstruction:
		u.joinCall(instr)
	case *ssa.Panic:
		u.emit(instr, &op{kind: opExit, method: "panic"}, instr.Pos())
	case *ssa.Extract:
		u.joinExtract(instr)
	case *ssa.UnOp:
		if instr.Op == token.SUB {
			break
		}
		unify(u.value(instr), u.value(instr.X))
		if instr.Op == token.ARROW {
			u.sleepUntil(instr)
			join := u.receive(instr, instr.X, instr.Pos())
			join.message = !canFollow(instr, instr)
		}
	case *ssa.BinOp:
		u.joinArithmetic(instr)
		if c, ok := instr.X.(*ssa.Const); ok && instr.Op == token.ADD {
			if text, ok := constString(c); ok {
				u.value(instr).consts = []string{prefixConst(text)}
			}
		}
	case *ssa.Range:
		unify(u.value(instr), u.value(instr.X))
		if _, ok := instr.X.Type().Underlying().(*types.Chan); ok {
			u.receive(instr, instr.X, instr.Pos())
		}
	case *ssa.IndexAddr, *ssa.Index, *ssa.Lookup, *ssa.Slice, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert, *ssa.MultiConvert, *ssa.SliceToArrayPointer, *ssa.TypeAssert, *ssa.Next:
		unify(u.value(instr.(ssa.Value)), u.value(*instr.Operands(nil)[0]))
	case *ssa.MakeChan:
		if buffer := u.p.bufferOf(instr); buffer != "" {
			u.value(instr).find().consts = union(u.value(instr).consts, []string{buffer})
		}
	}
}

// isDefault reports whether a text is a constant unless something else is given.
func isDefault(phi *ssa.Phi) bool {
	constant := func(v ssa.Value) bool {
		text, ok := constString(v)
		return ok && text != ""
	}
	return slices.ContainsFunc(phi.Edges, constant) && slices.ContainsFunc(phi.Edges, func(v ssa.Value) bool { _, ok := v.(*ssa.Const); return !ok })
}

func isString(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsString != 0
}

func (u *unit) emit(at ssa.Instruction, o *op, pos token.Pos) {
	o.at, o.site = at, pos
	u.p.locate(o)
	u.ops[at] = append(u.ops[at], o)
}

// receive notes that an instruction waits for a channel.
func (u *unit) receive(at ssa.Instruction, ch ssa.Value, pos token.Pos) *op {
	join := &op{kind: opJoin, node: u.value(ch), signal: isSignalChan(ch), lasting: isDone(ch)}
	u.emit(at, join, pos)
	return join
}

func (u *unit) joinSelect(sel *ssa.Select) {
	for _, state := range sel.States {
		if state.Dir == types.SendOnly {
			unify(u.value(state.Chan), u.value(state.Send))
			u.emit(sel, &op{kind: opRelease, node: u.value(state.Chan)}, state.Pos)
		} else {
			join := u.receive(sel, state.Chan, state.Pos)
			join.either, join.with = len(sel.States) > 1 || !sel.Blocking, u.otherwise(sel, state)
		}
	}
	received := 0
	for _, state := range sel.States {
		if state.Dir == types.RecvOnly {
			for _, ref := range *sel.Referrers() {
				if extract, ok := ref.(*ssa.Extract); ok && extract.Index == 2+received {
					unify(u.value(extract), u.value(state.Chan))
				}
			}
			received++
		}
	}
}

// otherwise returns what ends the wait of a select instead of one of its states: a context, a timer or a signal first.
func (u *unit) otherwise(sel *ssa.Select, state *ssa.SelectState) *node {
	var other *node
	for _, s := range sel.States {
		timer := isCallOf(s.Chan, "time.After")
		if timer {
			u.timeAfter(s.Chan)
		}
		if s != state && (other == nil || timer || isSignalChan(s.Chan)) {
			other = u.value(s.Chan)
		}
	}
	return other
}

// joinField joins an access to a field with the others of the same value. A server in a server (echo's Server) is
// stopped with it.
func (u *unit) joinField(access, of ssa.Value, index int) {
	t := of.Type().Underlying()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem().Underlying()
	}
	field := t.(*types.Struct).Field(index)
	if apiOfType(u.p.servers, of.Type()) != nil && apiOfType(u.p.servers, field.Type()) != nil {
		unify(u.value(access), u.value(of))
		return
	}
	unify(u.value(access), u.value(of).field(field.Name()))
	if param, generic := field.Origin().Type().(*types.TypeParam); generic {
		u.addMethods(u.value(access), field.Type(), param)
	}
}

func (u *unit) joinExtract(extract *ssa.Extract) {
	switch tuple := extract.Tuple.(type) {
	case *ssa.Select: // joined with its channel
	case ssa.CallInstruction:
		results := u.results(extract.Tuple, tuple.Common().Signature().Results().Len())
		unify(u.value(extract), results[extract.Index])
	default:
		if _, basic := extract.Type().Underlying().(*types.Basic); !basic {
			unify(u.value(extract), u.value(extract.Tuple))
		}
	}
}

// joinClosure joins what a literal captures with what it is there. A method value has its receiver bound.
func (u *unit) joinClosure(closure *ssa.MakeClosure) {
	fn := closure.Fn.(*ssa.Function)
	var recv *node
	for i, binding := range closure.Bindings {
		if recv = u.value(binding); u.literal[fn] != nil {
			unify(u.value(fn.FreeVars[i]), recv)
		}
	}
	l := u.lambdaOf(fn, recv, closure.Pos())
	u.made[closure] = l
	n := u.value(closure)
	n.funcs = union(n.funcs, []*lambda{l})
}

// addMethods gives an interface value the methods of a concrete type that do something. of is the interface, or the type
// parameter; nil when the value is no such thing.
func (u *unit) addMethods(n *node, t, of types.Type) {
	if n = n.find(); slices.Contains(n.converted, conversion{t, of}) {
		return // a second copy of what they do would tell nothing new
	}
	n.converted = append(n.converted, conversion{t, of})
	for _, selection := range u.p.methodsOf(t) {
		recv := n
		for _, field := range embeddings(u.p.servers, selection) {
			recv = recv.field(field)
		}
		method := selection.Obj().(*types.Func)
		sig := method.Signature()
		l := &lambda{params: fresh(sig.Params().Len()), results: fresh(sig.Results().Len()), unnamed: of != nil && !hasMethod(of, method), page: u.p.pageOf(method)}
		s := &site{
			u: u, fn: method, recvType: sig.Recv().Type(), params: append([]*node{recv}, l.params...), results: l.results,
			emit: func(o *op) { l.ops = append(l.ops, o) },
		}
		if method.Pkg() != u.p.pass.Pkg && isAdapter(t, method) {
			s.call(&pending{fn: recv, args: l.params, results: l.results})
		} else {
			s.perform()
		}
		if n = n.find(); n.methods == nil {
			n.methods = map[string][]*lambda{}
		}
		n.methods[method.Name()] = append(n.methods[method.Name()], l)
	}
}

func hasMethod(t types.Type, method *types.Func) bool {
	found, _, _ := types.LookupFieldOrMethod(t, false, method.Pkg(), method.Name())
	return found != nil
}

// embeddings lists the embedded fields through which a method is promoted, but for a server's own.
func embeddings(servers []api, selection *types.Selection) []string {
	var names []string
	t := selection.Recv()
	path := selection.Index()
	for _, i := range path[:len(path)-1] {
		if ptr, ok := t.Underlying().(*types.Pointer); ok {
			t = ptr.Elem()
		}
		field := t.Underlying().(*types.Struct).Field(i)
		if apiOfType(servers, t) == nil {
			names = append(names, field.Name())
		}
		t = field.Type()
	}
	return names
}

func (u *unit) joinCall(instr ssa.CallInstruction) {
	common := instr.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		u.joinBuiltin(instr, b.Name(), common.Args)
		return
	}
	s := &site{
		u: u, instr: instr, pos: common.Pos(),
		emit: func(o *op) { u.ops[instr] = append(u.ops[instr], o) },
	}
	if value := instr.Value(); value != nil {
		s.results = u.results(value, common.Signature().Results().Len())
	} else {
		s.results = fresh(common.Signature().Results().Len())
	}
	for _, arg := range common.Args {
		s.params = append(s.params, u.value(arg))
	}
	u.sites[instr] = s
	static := common.StaticCallee()
	_, bound := common.Value.(*ssa.MakeClosure) // a method value has its receiver with it
	switch {
	case common.IsInvoke():
		s.fn, s.recvType = common.Method, common.Value.Type()
		s.params = append([]*node{u.value(common.Value)}, s.params...)
		s.perform()
	case static == nil && !bound && slices.Contains(catchers, variable(common.Value)):
		s.catches(common.Signature())
	case static == nil, bound, u.literal[static] != nil:
		s.call(&pending{fn: u.value(common.Value), args: s.params, results: s.results, report: isReport(common.Signature()), log: isLog(common.Signature())})
	default:
		s.fn, _ = static.Object().(*types.Func)
		if s.fn != nil && s.fn.Signature().Recv() != nil && len(common.Args) > 0 {
			s.recvType = common.Args[0].Type()
		}
		if generic := static.Origin(); generic != nil && s.fn != nil && (s.fn.Pkg() == u.p.pass.Pkg || hasSummary(u.p.pass, s.fn.Origin())) {
			u.addMethodsOfArguments(generic.Signature, common.Args)
		}
		s.perform()
	}
}

// variable returns the name of the package-level variable that the value is read from, as path.Name, or nothing.
func variable(v ssa.Value) string {
	if read, ok := v.(*ssa.UnOp); ok && read.Op == token.MUL {
		if global, ok := read.X.(*ssa.Global); ok {
			return global.Pkg.Pkg.Path() + "." + global.Name()
		}
	}
	return ""
}

// addMethodsOfArguments gives arguments the methods that a generic function may call on them.
func (u *unit) addMethodsOfArguments(sig *types.Signature, args []ssa.Value) {
	if sig.Recv() != nil {
		args = args[1:]
	}
	for i := range min(len(args), sig.Params().Len()) {
		t, arg := sig.Params().At(i).Type(), args[i].Type()
		for {
			if _, ok := t.(*types.TypeParam); ok {
				u.addMethods(u.value(args[i]), arg, t)
			}
			elem, ok := t.Underlying().(interface{ Elem() types.Type })
			argElem, argOK := arg.Underlying().(interface{ Elem() types.Type })
			if !ok || !argOK {
				break
			}
			t, arg = elem.Elem(), argElem.Elem()
		}
	}
}

func (u *unit) joinBuiltin(instr ssa.CallInstruction, name string, args []ssa.Value) {
	switch name {
	case "append":
		if value := instr.Value(); value != nil {
			unify(u.value(value), u.value(args[0]))
			unify(u.value(value), u.value(args[1]))
		}
	case "copy":
		unify(u.value(args[0]), u.value(args[1]))
	case "close":
		u.emit(instr, &op{kind: opRelease, node: u.value(args[0])}, instr.Common().Pos())
		u.emit(instr, &op{kind: opClose, node: u.value(args[0])}, instr.Common().Pos())
	}
}

// resolve finds what function values and interface values are when they are called, until nothing new is found.
func (u *unit) resolve() {
	for again := true; again; {
		again = false
		seen := map[*node]bool{} // what some anyMethod has come to: one look is enough for all
		for i := 0; i < len(u.calls); i++ {
			p := u.calls[i]
			if p.method == anyMethod {
				p.fn.reach(seen, func(n *node) {
					for _, l := range n.functions() {
						again = u.letLoose(l) || again
					}
				})
				continue
			}
			for _, l := range p.candidates() {
				if !p.known[l] {
					if p.known == nil {
						p.known = map[*lambda]bool{}
					}
					p.known[l], p.leads = true, true
					p.targets = append(p.targets, l)
					u.bind(p, l)
					again = true
				}
			}
		}
		for _, leak := range u.leaks {
			again = u.spread(leak) || again
		}
	}
	u.findLeads()
}

// letLoose notes that anybody may call the function, and reports whether that is news.
func (u *unit) letLoose(l *lambda) bool {
	if u.loose[l] {
		return false
	}
	u.loose[l] = true
	for _, n := range slices.Concat(l.params, l.results) {
		u.escape(n)
	}
	return true
}

// findLeads notes which calls of anyMethod lead to a function: those of values from which one is reached. That goes from
// the functions back, so that each value is looked at once.
func (u *unit) findLeads() {
	from := map[*node][]*node{} // by a node, those of which it is an exported field
	leading := map[*node]bool{}
	var next []*node
	seen := map[*node]bool{}
	for _, p := range u.calls {
		if p.method == anyMethod {
			p.fn.reach(seen, func(n *node) {
				if len(n.funcs) > 0 || len(n.methods) > 0 {
					next = append(next, n)
				}
				for _, f := range n.fields {
					if token.IsExported(f.name) {
						from[f.node.find()] = append(from[f.node.find()], n)
					}
				}
			})
		}
	}
	for len(next) > 0 {
		n := next[len(next)-1]
		if next = next[:len(next)-1]; !leading[n] {
			leading[n] = true
			next = append(next, from[n]...)
		}
	}
	for _, p := range u.calls {
		if p.method == anyMethod {
			p.leads = leading[p.fn.find()]
		}
	}
}

func (p *pending) candidates() []*lambda {
	if n := p.fn.find(); p.method != "" {
		return n.methods[p.method]
	} else {
		return n.funcs
	}
}

// anyMethod is the method of a pending that may call whatever its value leads to.
const anyMethod = "*"

func (u *unit) bind(p *pending, l *lambda) {
	for i, param := range l.params {
		if i < len(p.args) {
			unify(param, p.args[i])
		}
	}
	for i, r := range l.results {
		if i < len(p.results) {
			unify(r, p.results[i])
		}
	}
}

// spread lets what is reached from an escaped value escape too, and reports whether that was anything new. The end of a
// context is that of those derived from it.
func (u *unit) spread(leak *node) bool {
	news := false
	for _, of := range lineOf(leak) {
		news = of.leak() || news
	}
	return news
}
