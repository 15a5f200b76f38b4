package lifecycle

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// The facts are bytes: for any other type, gob would describe the type in each package's facts, and that takes more time
// to read than what they say.
type (
	packageFact []byte // an encoded packageSummary
	funcFact    []byte // encoded funcSummaries
)

func (*packageFact) AFact() {}
func (*funcFact) AFact()    {}

func (f *packageFact) String() string {
	var sum packageSummary
	decode(*f, &sum)
	if sum.Hidden {
		return "may catch SIGTERM"
	}
	return "does not catch SIGTERM"
}

func (f *funcFact) String() string { return fmt.Sprintf("summary of %d bytes", len(*f)) }

// A packageSummary is what importers are told of a package. It is present on every package that was looked at, so that a
// lost fact is told from one that says no.
type packageSummary struct {
	Hidden  bool   // it, or one that it imports, may catch SIGTERM in a way that no summary tells of: in an init function, say
	Ored    bool   // SIGTERM is lost in a number that it, or one that it imports, makes of several signals
	Active  bool   // some of its functions are, as isActive has it, or its variables: importers are worth a look for that alone
	Globals []byte // the summary of what its variables hold once it is initialized, encoded
	Profile bool   // it, or one at hand that it imports, imports net/http/pprof, which serves on http.DefaultServeMux
	Lends   []lent // what it, and those that it imports, put into variables of other packages as they are initialized
}

// A lent is what the initialization of a package puts into variables of others, as a command adds itself to the root.
// Since go vet shows a package the facts of its direct imports only, it is handed on.
type lent struct {
	Path    string // of the package
	Summary []byte // encoded
}

// profiles reports whether the package, or one at hand below it, imports net/http/pprof.
func profiles(pass *analysis.Pass, atHand bool) bool {
	return slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool {
		sum, _ := importedSummary(pass, imp)
		return sum.Profile || atHand && imp.Path() == "net/http/pprof"
	})
}

// lentBelow unites what the imports tell, in a settled order.
func lentBelow(pass *analysis.Pass) []lent {
	var all []lent
	for _, imp := range pass.Pkg.Imports() {
		sum, _ := importedSummary(pass, imp)
		for _, l := range sum.Lends {
			if !slices.ContainsFunc(all, func(other lent) bool { return other.Path == l.Path }) {
				all = append(all, l)
			}
		}
	}
	slices.SortFunc(all, func(a, b lent) int { return strings.Compare(a.Path, b.Path) })
	return all
}

// lends returns what the package's initialization puts into variables of other packages that does something, if
// anything.
func (p *pkgFlow) lends() []lent {
	if p.sharp || p.globals == nil {
		return nil
	}
	own := p.pass.Pkg.Path() + "."
	var names []string
	for _, n := range p.globals.Nodes {
		for _, name := range n.Globals {
			if rest, ok := strings.CutPrefix(name, own); !ok || strings.Contains(rest, "/") {
				names = append(names, name)
			}
		}
	}
	part := p.globals.of(names)
	if !slices.ContainsFunc(part.Nodes, nodeSummary.does) {
		return nil
	}
	return []lent{{p.pass.Pkg.Path(), encode(part, p.pass.Pkg.Path())}}
}

// importedSummary reports false when no fact of the package came.
func importedSummary(pass *analysis.Pass, pkg *types.Package) (sum packageSummary, ok bool) {
	if fact := new(packageFact); pass.ImportPackageFact(pkg, fact) {
		decode(*fact, &sum)
		ok = true
	}
	return sum, ok
}

// funcSummaries are what importers are told of a function, or of the methods of a type: one fact for all of these, since
// a fact costs a hundred bytes before it says anything, in each package that hands it on.
type funcSummaries struct {
	Methods   []string // nil: it is a function's
	Summaries []byte   // in the order of Methods, encoded
}

// importedSummaries returns those of the function, or of the type that it is a method of.
func importedSummaries(pass *analysis.Pass, fn *types.Func) (about types.Object, found funcSummaries, ok bool) {
	about = bearer(fn)
	if fact := new(funcFact); pass.ImportObjectFact(about, fact) {
		decode(*fact, &found)
		ok = about == fn || slices.Contains(found.Methods, fn.Name())
	}
	return about, found, ok
}

// bearer returns what the fact with the summary of a function is about: the type that it is a method of, or itself.
func bearer(fn *types.Func) types.Object {
	if recv := fn.Signature().Recv(); recv != nil {
		if obj := typeName(recv.Type()); obj != nil {
			return obj
		}
	}
	return fn
}

// hasSummary reports whether the function is one of another package that has a summary.
func hasSummary(pass *analysis.Pass, fn *types.Func) bool {
	_, _, ok := importedSummaries(pass, fn)
	return ok
}

// importSummaries reads the fact with the summary of a function of another package.
func (p *pkgFlow) importSummaries(fn *types.Func) {
	p.imported[fn] = nil
	about, found, ok := importedSummaries(p.pass, fn)
	if !ok {
		return
	}
	var summaries []*summary
	decode(found.Summaries, &summaries, fn.Pkg().Path())
	if about == fn {
		p.imported[fn] = summaries[0]
		return
	}
	for method := range about.Type().(*types.Named).Methods() {
		if i := slices.Index(found.Methods, method.Name()); i >= 0 {
			p.imported[method] = summaries[i]
		}
	}
}

// exportSummaries makes the facts of what other packages can call, and reports whether that starts, stops or catches
// anything.
func (p *pkgFlow) exportSummaries() (active bool) {
	if p.pass.Pkg.Name() == "main" {
		return false
	}
	var order []types.Object
	methods, summaries := map[types.Object][]string{}, map[types.Object][]*summary{}
	for _, fn := range p.declared() {
		obj := fn.Object().(*types.Func)
		if !obj.Exported() {
			continue
		}
		sum, known := p.summaryOf(obj)
		if !known || sum == nil {
			continue
		}
		isActive := p.isActive(obj, sum)
		if isActive || !p.sharp && tells(obj, sum) {
			about := bearer(obj)
			if summaries[about] == nil {
				order = append(order, about)
			}
			if about != obj {
				methods[about] = append(methods[about], obj.Name())
			}
			summaries[about] = append(summaries[about], sum)
			active = active || isActive
		}
	}
	for _, about := range order {
		all := summaries[about]
		fact := funcFact(encode(&funcSummaries{methods[about], encode(&all, p.pass.Pkg.Path())}))
		p.pass.ExportObjectFact(about, &fact)
	}
	return active || p.hasActiveVariables()
}

// isActive reports whether the function starts, stops or catches something or ignores it, may return or hold a function
// that does, or deals in servers.
func (p *pkgFlow) isActive(fn *types.Func, sum *summary) bool {
	if sum.isActive() || sum.Contexts.Stop > 0 {
		return true
	}
	sig := fn.Signature()
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range tuple.Variables() {
			if p.carries(v.Type()) {
				return true
			}
		}
	}
	return sig.Recv() != nil && p.carries(sig.Recv().Type())
}

// hasActiveVariables reports whether what other packages find in the variables of this one is a server, or a function that
// is active.
func (p *pkgFlow) hasActiveVariables() bool {
	if p.globals != nil && p.globals.isActive() {
		return true
	}
	scope := p.pass.Pkg.Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		v, ok := scope.Lookup(name).(*types.Var)
		return ok && v.Exported() && p.carries(v.Type())
	})
}

// isActive reports whether what the summary is of starts, stops or catches something or ignores it, or holds a function
// that does.
func (s *summary) isActive() bool {
	active := func(o opSummary) bool { return opStart <= o.Kind && o.Kind <= opIgnore }
	return slices.ContainsFunc(s.Ops, active) || slices.ContainsFunc(s.Nodes, func(n nodeSummary) bool {
		for l := range n.lambdas() {
			if slices.ContainsFunc(l.Ops, active) {
				return true
			}
		}
		return false
	})
}

// tells reports whether a caller at hand can make use of a summary.
func tells(fn *types.Func, sum *summary) bool {
	more := func(o opSummary) bool { return o.Kind != opWait } // which alone is not worth a fact
	return sum.Page != anyPage || slices.ContainsFunc(sum.Ops, more) || !sum.Contexts.empty() || returnsTime(fn) || slices.ContainsFunc(sum.Nodes, nodeSummary.does)
}

// carries reports whether a value of the type may hold a server of the table.
func (p *pkgFlow) carries(t types.Type) bool {
	known, ok := p.carriers[t]
	if !ok {
		known = p.holds(t, nil)
		p.carriers[t] = known
	}
	return known
}

func (p *pkgFlow) holds(t types.Type, seen []types.Type) bool {
	if slices.Contains(seen, t) || len(seen) > 8 {
		return false
	}
	seen = append(seen, t)
	if apiOfType(p.servers, t) != nil {
		return true
	}
	switch u := t.Underlying().(type) {
	case interface{ Elem() types.Type }: // a pointer, slice, array, map or channel
		return p.holds(u.Elem(), seen)
	case *types.Struct:
		for field := range u.Fields() {
			if p.holds(field.Type(), seen) {
				return true
			}
		}
	}
	return false
}
