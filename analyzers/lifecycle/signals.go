package lifecycle

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/typeutil"
)

// A Registration is a call that registers for signals: signal.Notify and its kin.
type Registration struct {
	Call    *ast.CallExpr
	Catches bool     // the program sees the signals, rather than ignores them
	Signals []Signal // those that could be told
	All     bool     // no signal is named: every one is meant
	Unknown bool     // some signal could not be told

	Makes []*ast.CallExpr // of the channel, when none of them gives it a buffer; nil: not known, or one does
	field bool            // the channel is a struct's field
}

// A Signal is one that a registration names.
type Signal struct {
	Number      int
	Uncatchable bool              // no program can catch or ignore it
	Name        string            // as the code names it, such as os.Kill
	Expr        ast.Expr          // where it is named: an argument, or an element of the slice that is the argument
	List        *ast.CompositeLit // of which Expr is an element, or nil
}

// The numbers of the signals that the rules speak of, the same on every system that Go knows.
const (
	SIGINT  = 2
	SIGKILL = 9
	SIGTERM = 15
)

// registrars are the functions that register for signals, with the index of the first signal.
var registrars = map[string]struct {
	first   int
	catches bool
}{
	"os/signal.Notify":                   {1, true},
	"os/signal.NotifyContext":            {1, true},
	"os/signal.Ignore":                   {0, false},
	"github.com/oklog/run.SignalHandler": {1, true},
	// fang v1.0.0
	"github.com/charmbracelet/fang.WithNotifySignal": {0, true},
}

// signals is what a package does with signals.
type signals struct {
	registrations []Registration
	stopped       []types.Object // fields whose channel is given to signal.Stop
	caught        bool           // a function of catchers is named
	hidden        bool           // SIGTERM may be caught by a package that this one imports as it is initialized, or through a registrar's value
}

func findSignals(pass *analysis.Pass) *signals {
	found := &signals{hidden: hiddenBelow(pass)}
	values := &values{info: pass.TypesInfo, files: Files(pass)}
	for _, file := range values.files {
		if importsRegistrar(file) {
			found.collect(values, file)
		}
	}
	return found
}

// collect finds the registrations of a file. A registrar that is used other than by calling it may be called with
// any signal.
func (s *signals) collect(values *values, file *ast.File) {
	called := map[types.Object]int{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if fn := s.add(values, n); fn != nil {
				called[fn]++
			}
		case *ast.Ident:
			if fn, ok := values.info.Uses[n].(*types.Func); ok && registrars[fn.FullName()].catches {
				called[fn]--
				s.hidden = s.hidden || called[fn] < 0
			}
			s.caught = s.caught || isCatcher(values.info.Uses[n])
		}
		return true
	})
}

func importsRegistrar(file *ast.File) bool {
	return slices.ContainsFunc(file.Imports, func(imp *ast.ImportSpec) bool { return registrarImports()[imp.Path.Value] })
}

// registrarImports are the packages of registrars and catchers, as an import declaration quotes them.
var registrarImports = sync.OnceValue(func() map[string]bool {
	quoted := map[string]bool{}
	for _, name := range slices.AppendSeq(slices.Clone(catchers), maps.Keys(registrars)) {
		quoted[strconv.Quote(packageOf(name))] = true
	}
	return quoted
})

// isCatcher reports whether the object is a function of catchers, or a variable that holds one.
func isCatcher(obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		return slices.Contains(catchers, obj.FullName())
	case *types.Var:
		return obj.Pkg() != nil && !obj.IsField() && slices.Contains(catchers, obj.Pkg().Path()+"."+obj.Name())
	}
	return false
}

// hiddenBelow unites the facts of the imports, since go vet shows a package those of its direct imports only.
func hiddenBelow(pass *analysis.Pass) bool {
	for _, imp := range pass.Pkg.Imports() {
		if sum, ok := importedSummary(pass, imp); sum.Hidden || !ok && !isStd(imp.Path()) {
			return true
		}
	}
	return false
}

// isStd reports whether a package belongs to the standard library, of which some drivers make no facts: what is known
// of it stands in the table.
func isStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return stdRoots[first]
}

var stdRoots = func() map[string]bool {
	roots := map[string]bool{}
	for _, root := range strings.Fields("archive bufio builtin bytes cmp cmd compress container context crypto database debug embed encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe vendor weak") {
		roots[root] = true
	}
	return roots
}()

// add notes the call, and returns the registrar, when it is one of a registrar.
func (s *signals) add(values *values, call *ast.CallExpr) *types.Func {
	fn, ok := typeutil.Callee(values.info, call).(*types.Func)
	if !ok {
		return nil
	}
	if fn.FullName() == "os/signal.Stop" && len(call.Args) == 1 {
		if obj := values.objectOf(ast.Unparen(call.Args[0])); isField(obj) {
			s.stopped = append(s.stopped, obj)
		}
	}
	registrar, ok := registrars[fn.FullName()]
	if !ok || len(call.Args) < registrar.first {
		return nil
	}
	r := Registration{Call: call, Catches: registrar.catches}
	for _, arg := range call.Args[registrar.first:] {
		if !values.signals(arg, &r, nil) {
			r.Unknown = true
		}
	}
	r.All = len(r.Signals) == 0 && !r.Unknown
	if fn.FullName() == "os/signal.Notify" {
		r.Makes = values.makes(call.Args[0])
		r.field = isField(values.objectOf(ast.Unparen(call.Args[0])))
	}
	s.registrations = append(s.registrations, r)
	return fn
}

// catch reports whether the program surely sees the signal.
func (r *Registration) catch(number int) bool {
	return r.Catches && (r.All || slices.ContainsFunc(r.Signals, func(s Signal) bool { return s.Number == number }))
}

// mayCatchTerm reports whether something in the package may catch SIGTERM.
func (s *signals) mayCatchTerm() bool {
	return s.hidden || s.caught || slices.ContainsFunc(s.registrations, func(r Registration) bool {
		return r.Catches && r.Unknown || r.catch(SIGTERM)
	})
}

// term returns what the package does with SIGTERM, in the order in which the rules speak.
func (s *signals) term(ored bool) Term {
	any := func(is func(r *Registration) bool) bool {
		return slices.ContainsFunc(s.registrations, func(r Registration) bool { return is(&r) })
	}
	switch {
	case s.mayCatchTerm():
		return TermHeard
	case ored, any(func(r *Registration) bool {
		return r.Catches && slices.ContainsFunc(r.Signals, func(s Signal) bool { return s.Uncatchable })
	}):
		return TermReplaced
	case any(func(r *Registration) bool { return r.catch(SIGINT) }):
		return TermIntOnly
	}
	return TermUnheard
}

// values tells which expressions the variables of a package can stand for.
type values struct {
	info     *types.Info
	files    []*ast.File
	assigned map[types.Object][]ast.Expr // made when first asked for
	opaque   map[types.Object]bool       // assigned in a way that is not followed
	empty    map[types.Object]bool       // declared without a value
}

// signals adds the signals that expr stands for to r, and reports whether it could tell them all.
func (v *values) signals(expr ast.Expr, r *Registration, list *ast.CompositeLit, seen ...types.Object) bool {
	expr = ast.Unparen(expr)
	if number, ok := constant.Int64Val(constant.ToInt(orUnknown(v.info.Types[expr].Value))); ok {
		r.Signals = append(r.Signals, Signal{int(number), v.uncatchable(expr, number), v.nameOf(expr, int(number)), expr, list})
		return true
	}
	switch expr := expr.(type) {
	case *ast.CompositeLit:
		known := true
		for _, elem := range expr.Elts {
			if kv, ok := elem.(*ast.KeyValueExpr); ok {
				elem = kv.Value
			}
			known = v.signals(elem, r, expr, seen...) && known
		}
		return known
	case *ast.CallExpr:
		return v.ofCall(expr, r, list, seen)
	case *ast.Ident, *ast.SelectorExpr:
		obj, ok := v.objectOf(expr).(*types.Var)
		if !ok {
			return false
		}
		if number, ok := osSignal(obj); ok {
			r.Signals = append(r.Signals, Signal{number, number == SIGKILL, v.nameOf(expr, number), expr, list})
			return true
		}
		return v.ofVariable(obj, r, seen)
	}
	return false
}

// ofCall follows conversions and append.
func (v *values) ofCall(call *ast.CallExpr, r *Registration, list *ast.CompositeLit, seen []types.Object) bool {
	if v.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return v.signals(call.Args[0], r, list, seen...)
	}
	if b, ok := v.objectOf(ast.Unparen(call.Fun)).(*types.Builtin); !ok || b.Name() != "append" {
		return false
	}
	known := true
	for _, arg := range call.Args {
		known = v.signals(arg, r, nil, seen...) && known
	}
	return known
}

func (v *values) ofVariable(obj *types.Var, r *Registration, seen []types.Object) bool {
	if slices.Contains(seen, types.Object(obj)) {
		return true // sigs = append(sigs, …): what is there already has been counted
	}
	exprs := v.assignedTo(obj)
	known := v.known(obj) && (len(exprs) > 0 || v.empty[obj])
	for _, expr := range exprs {
		known = v.signals(expr, r, nil, append(seen, obj)...) && known
	}
	return known
}

// assignedTo lists what the package assigns to a variable.
func (v *values) assignedTo(obj types.Object) []ast.Expr {
	if v.assigned == nil {
		v.collect()
	}
	return v.assigned[obj]
}

// known reports whether what the package assigns to a variable is all that it holds: what is exported by a package that
// others import may be assigned there.
func (v *values) known(obj *types.Var) bool {
	return !v.opaque[obj] && (!obj.Exported() || obj.Pkg().Name() == "main")
}

func (v *values) collect() {
	v.assigned, v.opaque, v.empty = map[types.Object][]ast.Expr{}, map[types.Object]bool{}, map[types.Object]bool{}
	assign := func(lhs, rhs []ast.Expr) {
		for i, l := range lhs {
			l = ast.Unparen(l)
			if elem, ok := l.(*ast.IndexExpr); ok {
				l = ast.Unparen(elem.X)
			}
			obj := v.objectOf(l)
			switch {
			case obj == nil:
			case len(lhs) == len(rhs):
				v.assigned[obj] = append(v.assigned[obj], rhs[i])
			case len(rhs) > 0:
				v.opaque[obj] = true
			}
		}
	}
	for _, file := range v.files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				assign(n.Lhs, n.Rhs)
			case *ast.ValueSpec:
				names := make([]ast.Expr, len(n.Names))
				for i, name := range n.Names {
					names[i] = name
					v.empty[v.info.Defs[name]] = len(n.Values) == 0
				}
				assign(names, n.Values)
			case *ast.RangeStmt:
				if n.Value != nil {
					assign([]ast.Expr{n.Value}, []ast.Expr{n.X}) // stands for the elements
				}
			case *ast.KeyValueExpr: // of a struct's field
				if field, ok := v.objectOf(n.Key).(*types.Var); ok && field.IsField() {
					assign([]ast.Expr{n.Key}, []ast.Expr{n.Value})
				}
			case *ast.FuncType:
				for _, field := range n.Params.List {
					for _, name := range field.Names {
						v.opaque[v.info.Defs[name]] = true // what the caller gives
					}
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					v.opaque[v.objectOf(ast.Unparen(n.X))] = true
				}
			}
			return true
		})
	}
}

// objectOf returns what an identifier or a selector names, or nil.
func (v *values) objectOf(expr ast.Expr) types.Object {
	switch expr := expr.(type) {
	case *ast.Ident:
		return v.info.ObjectOf(expr)
	case *ast.SelectorExpr:
		return v.info.Uses[expr.Sel]
	}
	return nil
}

// uncatchable reports whether expr is SIGKILL, or SIGSTOP, whose number depends on the system.
func (v *values) uncatchable(expr ast.Expr, number int64) bool {
	if number == SIGKILL {
		return true
	}
	named, ok := types.Unalias(v.info.TypeOf(expr)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return false
	}
	stop, ok := named.Obj().Pkg().Scope().Lookup("SIGSTOP").(*types.Const)
	return ok && constant.Compare(stop.Val(), token.EQL, constant.MakeInt64(number))
}

// nameOf returns the signal as the code names it, or else by its number.
func (v *values) nameOf(expr ast.Expr, number int) string {
	if obj := v.objectOf(expr); obj != nil && obj.Pkg() != nil {
		if path := obj.Pkg().Path(); path == "os" || path == "syscall" || path == "golang.org/x/sys/unix" {
			return obj.Pkg().Name() + "." + obj.Name()
		}
	}
	for name, known := range map[string]int{"SIGINT": SIGINT, "SIGKILL": SIGKILL, "SIGTERM": SIGTERM} {
		if known == number {
			return name
		}
	}
	return "signal " + strconv.Itoa(number)
}

// osSignal returns the number of os.Interrupt and os.Kill, which are variables.
func osSignal(obj *types.Var) (int, bool) {
	if obj.Pkg() == nil || obj.Pkg().Path() != "os" {
		return 0, false
	}
	number, ok := map[string]int{"Interrupt": SIGINT, "Kill": SIGKILL}[obj.Name()]
	return number, ok
}

func orUnknown(v constant.Value) constant.Value {
	if v == nil {
		return constant.MakeUnknown()
	}
	return v
}
