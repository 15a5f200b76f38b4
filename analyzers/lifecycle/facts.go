package lifecycle

import (
	"fmt"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A packageFact is present on every package that was looked at, so that a lost fact is told from one that says no.
type packageFact struct {
	Hidden  bool   // it, or one that it imports, may catch SIGTERM in a way that no summary tells of: in an init function, say
	Ored    bool   // SIGTERM is lost in a number that it, or one that it imports, makes of several signals
	Active  bool   // some of its functions start, stop or catch something
	Globals []byte // the summary of what its variables hold once it is initialized, encoded
}

func (*packageFact) AFact() {}

func (f *packageFact) String() string {
	if f.Hidden {
		return "may catch SIGTERM"
	}
	return "does not catch SIGTERM"
}

// A funcFact is what importers are told of a function, or of the methods of a type: one fact for all of these, since
// it costs a hundred bytes before it says anything, in each package that hands it on.
type funcFact struct {
	Methods   []string // nil: it is a function's
	Summaries []byte   // encoded, in the order of Methods
}

func (*funcFact) AFact() {}

func (f *funcFact) String() string {
	return fmt.Sprintf("summaries of %v, %d bytes", f.Methods, len(f.Summaries))
}

// bearer returns what the fact with the summary of a function is about: the type that it is a method of, or itself.
func bearer(fn *types.Func) types.Object {
	if recv := fn.Signature().Recv(); recv != nil {
		t := types.Unalias(recv.Type())
		if pointer, ok := t.(*types.Pointer); ok {
			t = types.Unalias(pointer.Elem())
		}
		if named, ok := t.(*types.Named); ok {
			return named.Obj()
		}
	}
	return fn
}

// hasSummary reports whether the function is one of another package that has a summary.
func hasSummary(pass *analysis.Pass, fn *types.Func) bool {
	fact, about := new(funcFact), bearer(fn)
	return pass.ImportObjectFact(about, fact) && (about == fn || slices.Contains(fact.Methods, fn.Name()))
}

// importSummaries reads the fact with the summary of a function of another package.
func (p *pkgFlow) importSummaries(fn *types.Func) {
	p.imported[fn] = nil
	fact, about := new(funcFact), bearer(fn)
	if !p.pass.ImportObjectFact(about, fact) {
		return
	}
	var summaries []*summary
	decode(fact.Summaries, &summaries, fn.Pkg().Path())
	if about == fn {
		p.imported[fn] = summaries[0]
		return
	}
	named := about.Type().(*types.Named)
	for method := range named.Methods() {
		if i := slices.Index(fact.Methods, method.Name()); i >= 0 {
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
		p.pass.ExportObjectFact(about, &funcFact{methods[about], encode(&all, p.pass.Pkg.Path())})
	}
	return active
}

// isActive reports whether the function starts, stops or catches something or ignores it, may return or hold a function
// that does, or deals in servers.
func (p *pkgFlow) isActive(fn *types.Func, sum *summary) bool {
	active := func(o opSummary) bool { return opStart <= o.Kind && o.Kind <= opIgnore }
	if slices.ContainsFunc(sum.Ops, active) || sum.Contexts.Stop > 0 {
		return true
	}
	for _, n := range sum.Nodes {
		for l := range n.lambdas() {
			if slices.ContainsFunc(l.Ops, active) {
				return true
			}
		}
	}
	sig := fn.Signature()
	for _, tuple := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range tuple.Variables() {
			if p.carries(v.Type(), nil) {
				return true
			}
		}
	}
	return sig.Recv() != nil && p.carries(sig.Recv().Type(), nil)
}

// tells reports whether a caller at hand can make use of a summary.
func tells(fn *types.Func, sum *summary) bool {
	return len(sum.Ops) > 0 || !sum.Contexts.empty() || returnsTime(fn) || slices.ContainsFunc(sum.Nodes, nodeSummary.does)
}

// carries reports whether a value of the type may hold a server of the table.
func (p *pkgFlow) carries(t types.Type, seen []types.Type) bool {
	if slices.Contains(seen, t) || len(seen) > 8 {
		return false
	}
	seen = append(seen, t)
	if apiOfType(p.servers, t) != nil {
		return true
	}
	switch u := t.Underlying().(type) {
	case interface{ Elem() types.Type }: // a pointer, slice, array, map or channel
		return p.carries(u.Elem(), seen)
	case *types.Struct:
		for field := range u.Fields() {
			if p.carries(field.Type(), seen) {
				return true
			}
		}
	}
	return false
}
