package lifecycle

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A flow tells which values of a package may be the same one. It joins a variable with everything that is ever
// assigned to it, a container with its elements, a pointer with what it points to, and a struct's field with the
// same field of every other value of that type. So it sees as the same too much rather than too little: what may be
// stopped counts as stopped.
type flow struct {
	pass  *analysis.Pass
	pkg   *ssa.Package
	funcs []*ssa.Function // those of the program, literals included, in the order of the source

	parent   map[node]node
	escapes  []node
	escaped  map[node]bool               // by representative, once the joins are done
	released map[types.Type]bool         // structs whose exported fields have escaped
	valued   map[*ssa.Function]bool      // used as a value, or callable through an interface: called with who knows what
	stops    map[*ssa.Function]stopParam // what stopContext has found out
	calls    []call                      // of other packages' functions, and of methods that may be those of a server
	settings []setting
}

// A node is an ssa.Value, a *types.Var that is a struct's field, or a result.
type node any

// A result is what a function of the package (an *ssa.Function), or one call of any other (an *ssa.Call), returns at
// an index.
type result struct {
	of    any
	index int
}

// A call is one of a function or method of another package, or of an interface's method; or the making of a method
// value, which may be called anywhere.
type call struct {
	fn    *types.Func
	recv  ssa.Value   // nil: not a method
	args  []ssa.Value // without the receiver; none for a method value
	instr ssa.Instruction
}

// A setting is what a field of a server, such as Addr, is set to.
type setting struct {
	server ssa.Value
	field  string
	value  ssa.Value
}

func newFlow(pass *analysis.Pass) *flow {
	prog := ssa.NewProgram(pass.Fset, 0)
	created := map[*types.Package]bool{}
	var create func(pkgs []*types.Package)
	create = func(pkgs []*types.Package) {
		for _, p := range pkgs {
			if !created[p] {
				created[p] = true
				prog.CreatePackage(p, nil, nil, true)
				create(p.Imports())
			}
		}
	}
	create(pass.Pkg.Imports())
	f := &flow{
		pass: pass, pkg: prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false),
		parent: map[node]node{}, escaped: map[node]bool{}, released: map[types.Type]bool{},
		valued: map[*ssa.Function]bool{}, stops: map[*ssa.Function]stopParam{},
	}
	f.pkg.Build()
	f.collectFuncs()
	f.markValued()
	for _, fn := range f.funcs {
		f.joinFunc(fn)
	}
	for _, n := range f.escapes {
		f.escaped[f.find(n)] = true
	}
	return f
}

// collectFuncs lists the functions that the program's files declare.
func (f *flow) collectFuncs() {
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		f.funcs = append(f.funcs, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	if init := f.pkg.Func("init"); init != nil {
		add(init) // runs the initializers of the package's variables
	}
	for _, file := range Files(f.pass) {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				if fn := f.pkg.Prog.FuncValue(f.pass.TypesInfo.Defs[decl.Name].(*types.Func)); fn != nil {
					add(fn)
				}
			}
		}
	}
}

func (f *flow) find(n node) node {
	for {
		p, ok := f.parent[n]
		if !ok {
			return n
		}
		if pp, ok := f.parent[p]; ok {
			f.parent[n] = pp
		}
		n = p
	}
}

func (f *flow) join(a, b node) {
	if isConst(a) || isConst(b) {
		return // every nil would be the same
	}
	if a, b = f.find(a), f.find(b); a != b {
		f.parent[a] = b
	}
}

func isConst(n node) bool {
	_, ok := n.(*ssa.Const)
	return ok
}

// escape notes that something outside the package may do anything with the value.
func (f *flow) escape(n node) { f.escapes = append(f.escapes, n) }

// release lets go of a value, and of what can be read of it: the exported fields of a struct.
func (f *flow) release(v ssa.Value) {
	f.escape(v)
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	f.escapeFields(v.Type())
}

func (f *flow) escapeFields(t types.Type) {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || f.released[t] {
		return
	}
	f.released[t] = true
	for field := range s.Fields() {
		if field.Exported() && field.Pkg() == f.pass.Pkg {
			f.escape(field.Origin())
			f.escapeFields(field.Type())
		}
	}
}

// markValued notes the functions that are used other than by calling them.
func (f *flow) markValued() {
	for _, fn := range f.funcs {
		for instr := range instrs(fn) {
			switch instr := instr.(type) {
			case *ssa.MakeClosure:
				if usedAsValue(instr) {
					f.valued[declared(instr.Fn.(*ssa.Function))] = true
				}
				continue
			case *ssa.MakeInterface:
				for _, method := range f.methods(instr.X.Type()) {
					f.valued[method] = true
				}
			}
			called, isCall := instr.(ssa.CallInstruction)
			for _, op := range instr.Operands(nil) {
				if target, ok := (*op).(*ssa.Function); ok && !(isCall && called.Common().Value == *op) {
					f.valued[declared(target)] = true
				}
			}
		}
	}
}

// declared returns the method behind the wrapper that makes a method value, the generic function behind one of its
// instances, or else fn itself.
func declared(fn *ssa.Function) *ssa.Function {
	if method, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" {
		if of := fn.Prog.FuncValue(method.Origin()); of != nil {
			return of
		}
	}
	return fn
}

// methods returns the methods that the package declares for a type, or for what it points to.
func (f *flow) methods(t types.Type) []*ssa.Function {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() != f.pass.Pkg {
		return nil
	}
	var methods []*ssa.Function
	for method := range named.Methods() {
		if fn := f.pkg.Prog.FuncValue(method.Origin()); fn != nil {
			methods = append(methods, fn)
		}
	}
	return methods
}

// usedAsValue reports whether a closure is more than called on the spot.
func usedAsValue(closure *ssa.MakeClosure) bool {
	return slices.ContainsFunc(*closure.Referrers(), func(ref ssa.Instruction) bool {
		called, ok := ref.(ssa.CallInstruction)
		return !ok || called.Common().Value != closure
	})
}

func instrs(fn *ssa.Function) func(yield func(ssa.Instruction) bool) {
	return func(yield func(ssa.Instruction) bool) {
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				if !yield(instr) {
					return
				}
			}
		}
	}
}

func (f *flow) joinFunc(fn *ssa.Function) {
	if f.valued[fn] {
		for _, param := range fn.Params {
			f.escape(param) // a receiver too: harmless, since a server's methods are not this package's
		}
	}
	for instr := range instrs(fn) {
		f.joinInstr(fn, instr)
	}
}

func (f *flow) joinInstr(fn *ssa.Function, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		f.join(instr.Addr, instr.Val)
	case *ssa.MapUpdate:
		f.join(instr.Map, instr.Key)
		f.join(instr.Map, instr.Value)
	case *ssa.Send:
		f.join(instr.Chan, instr.X)
	case *ssa.Select:
		for _, state := range instr.States {
			if state.Dir == types.SendOnly {
				f.join(state.Chan, state.Send)
			} else {
				f.join(instr, state.Chan)
			}
		}
	case *ssa.FieldAddr:
		f.joinField(instr, instr.X, instr.Field)
	case *ssa.Field:
		f.joinField(instr, instr.X, instr.Field)
	case *ssa.Phi:
		for _, edge := range instr.Edges {
			f.join(instr, edge)
		}
	case *ssa.MakeInterface:
		f.join(instr, instr.X)
		f.joinPromoted(instr, instr.X.Type(), nil)
	case *ssa.MakeClosure:
		f.joinClosure(instr)
	case *ssa.Return:
		for i, r := range instr.Results {
			f.join(result{fn, i}, r)
			if f.valued[fn] {
				f.release(r)
			}
		}
	case ssa.CallInstruction:
		f.joinCall(instr)
	case *ssa.Extract:
		f.joinExtract(instr)
	case *ssa.UnOp, *ssa.IndexAddr, *ssa.Index, *ssa.Lookup, *ssa.Slice, *ssa.ChangeType, *ssa.ChangeInterface, *ssa.Convert, *ssa.MultiConvert, *ssa.SliceToArrayPointer, *ssa.TypeAssert, *ssa.Range, *ssa.Next:
		f.join(instr.(ssa.Value), *instr.Operands(nil)[0])
	}
}

// joinField joins an access to a field with all others, but for a server's own fields, which are kept by server: a
// server in one (echo's Server) is stopped with it. What lies in a field of any other type of another package is out
// of sight.
func (f *flow) joinField(access, of ssa.Value, index int) {
	t := of.Type().Underlying()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem().Underlying()
	}
	field := t.(*types.Struct).Field(index).Origin()
	if apiOfType(servers, of.Type()) != nil {
		if apiOfType(servers, field.Type()) != nil {
			f.join(access, of)
		}
		for _, ref := range *access.Referrers() {
			if store, ok := ref.(*ssa.Store); ok {
				f.settings = append(f.settings, setting{of, field.Name(), store.Val})
			}
		}
		return
	}
	f.join(access, field)
	if field.Pkg() != f.pass.Pkg {
		f.escape(field)
	}
}

func (f *flow) joinExtract(extract *ssa.Extract) {
	made, ok := extract.Tuple.(*ssa.Call)
	switch {
	case !ok:
		if _, basic := extract.Type().Underlying().(*types.Basic); !basic {
			f.join(extract, extract.Tuple)
		}
	case f.callee(made.Common()) != nil:
		f.join(extract, result{f.callee(made.Common()), extract.Index})
	default:
		f.join(extract, result{made, extract.Index})
		f.escape(extract)
	}
}

// joinPromoted joins n, whose methods are those of t, with the servers that are embedded in t: a method of n may be
// theirs.
func (f *flow) joinPromoted(n node, t types.Type, seen []types.Type) {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok || slices.Contains(seen, t) {
		return
	}
	for field := range s.Fields() {
		switch {
		case !field.Embedded():
		case apiOfType(servers, field.Type()) != nil:
			f.join(n, field.Origin())
		case field.Pkg() == f.pass.Pkg:
			f.joinPromoted(n, field.Type(), append(seen, t))
		}
	}
}

// joinClosure joins what a literal captures. A method value stands for a call of the method.
func (f *flow) joinClosure(closure *ssa.MakeClosure) {
	fn := closure.Fn.(*ssa.Function)
	for i, binding := range closure.Bindings {
		f.join(fn.FreeVars[i], binding)
	}
	if method, ok := fn.Object().(*types.Func); ok && fn.Synthetic != "" {
		recv := closure.Bindings[0]
		f.joinPromoted(recv, recv.Type(), nil)
		f.calls = append(f.calls, call{fn: method, recv: recv, instr: closure})
	}
}

// callee returns the function that is called when it is one of the package whose body is in sight, else nil.
func (f *flow) callee(common *ssa.CallCommon) *ssa.Function {
	fn := common.StaticCallee()
	if fn != nil && fn.Origin() != nil {
		fn = fn.Origin()
	}
	if fn == nil || len(fn.Blocks) == 0 || fn.Pkg != f.pkg {
		return nil
	}
	return fn
}

func (f *flow) joinCall(instr ssa.CallInstruction) {
	common, value := instr.Common(), instr.Value()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		f.joinBuiltin(b.Name(), value, common.Args)
		return
	}
	if fn := f.callee(common); fn != nil {
		for i, arg := range common.Args {
			f.join(fn.Params[i], arg)
		}
		if value != nil {
			f.join(value, result{fn, 0})
		}
		return
	}
	if value != nil && !constructsServer(value) {
		f.escape(value)
	}
	made := call{args: common.Args, instr: instr}
	if common.IsInvoke() {
		made.fn, made.recv = common.Method, common.Value // the method of what flows into it: seen there
	} else if fn := common.StaticCallee(); fn != nil {
		made.fn, _ = fn.Object().(*types.Func)
		if made.fn != nil && len(common.Args) > made.fn.Signature().Params().Len() {
			made.recv, made.args = common.Args[0], common.Args[1:]
			f.joinKin(made, value)
		}
	}
	if made.fn != nil {
		f.calls = append(f.calls, made)
	}
	if made.fn == nil || !registersService(made.fn) {
		f.escapeArgs(made.args, common.Signature())
	}
}

// joinKin joins a server with those that one of its methods takes (StartServer of echo) or returns (Server of fiber).
// The method of anything else may do what it wants with its receiver.
func (f *flow) joinKin(made call, value *ssa.Call) {
	if apiOfType(servers, made.recv.Type()) == nil {
		f.escape(made.recv)
		return
	}
	if value != nil && apiOfType(servers, value.Type()) != nil {
		f.join(value, made.recv)
	}
	for _, arg := range made.args {
		if apiOfType(servers, arg.Type()) != nil {
			f.join(arg, made.recv)
		}
	}
}

func (f *flow) joinBuiltin(name string, value *ssa.Call, args []ssa.Value) {
	switch name {
	case "append":
		if value != nil {
			f.join(value, args[0])
			f.join(value, args[1])
		}
	case "copy":
		f.join(args[0], args[1])
	}
}

// constructsServer reports whether the call is one of a library's function that has just made the server it returns,
// so that nobody else knows it.
func constructsServer(value *ssa.Call) bool {
	fn, api := value.Common().StaticCallee(), apiOfType(servers, value.Type())
	return fn != nil && fn.Pkg != nil && api != nil && api.pkg == fn.Pkg.Pkg.Path()
}

// escapeArgs lets go of arguments that the callee could stop. A parameter whose type is an interface without any
// method that stops (grpc.ServiceRegistrar) gives no handle to do it with.
func (f *flow) escapeArgs(args []ssa.Value, sig *types.Signature) {
	for i, arg := range args {
		if i < sig.Params().Len() {
			if iface, ok := sig.Params().At(i).Type().Underlying().(*types.Interface); ok && cannotStop(iface) {
				continue
			}
		}
		f.release(arg)
	}
}

func cannotStop(iface *types.Interface) bool {
	for method := range iface.Methods() {
		if stopsSomething(method.Name()) {
			return false
		}
	}
	return iface.NumMethods() > 0
}
