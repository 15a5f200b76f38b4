package lifecycle

import (
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"

	"github.com/gracelint/gracelint"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A pkgFlow is a package in SSA form, with the summaries of its functions as far as they have been asked for.
type pkgFlow struct {
	pass             *analysis.Pass
	pkg              *ssa.Package
	units            map[*ssa.Function]*unit
	summaries        map[*ssa.Function]*summary // nil: under way
	imported         map[*types.Func]*summary   // of other packages; nil: none
	methods          map[types.Type][]*types.Selection
	carriers         map[types.Type]bool // memory of carries
	contexts         map[*ssa.Function]*contextSummary
	asked            map[*ssa.Function]bool // literals of which is being asked when they end a context, or run
	globals          *summary               // what the package's variables hold once it is initialized, and what its initialization does
	imports          map[string]*types.Package
	globalsOfImports map[*types.Package]*summary // nil: nothing is known
	ignores          []gracelint.Ignore
	evaluated        map[token.Pos]*ast.GoStmt // by the calls in their arguments; made when first asked for
	noise            []int                     // the numbers of the signals that noise names
	servers          []api                     // what is known of libraries, and what the user adds
	sentinels        []*api                    // of servers, a row for each
	copied           int                       // nodes and ops of summaries
	sharp            bool                      // a dependency: what starts, stops or catches something is of interest, and nothing else
}

func newPkgFlow(pass *analysis.Pass, result *Result, own apis) *pkgFlow {
	prog := ssa.NewProgram(pass.Fset, 0)
	for _, imp := range pass.Pkg.Imports() { // methods of others are made when they are called
		prog.CreatePackage(imp, nil, nil, true)
	}
	p := &pkgFlow{
		pass: pass, pkg: prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false),
		units: map[*ssa.Function]*unit{}, summaries: map[*ssa.Function]*summary{}, imported: map[*types.Func]*summary{},
		methods: map[types.Type][]*types.Selection{}, contexts: map[*ssa.Function]*contextSummary{}, asked: map[*ssa.Function]bool{}, carriers: map[types.Type]bool{}, imports: map[string]*types.Package{}, globalsOfImports: map[*types.Package]*summary{},
		ignores: result.ignores, noise: noiseNumbers(pass.Pkg), servers: own.servers(), sharp: !result.AtHand,
	}
	p.sentinels = withSentinels(p.servers)
	for _, imp := range pass.Pkg.Imports() {
		p.imports[imp.Path()] = imp
	}
	p.pkg.Build()
	if sum, ok := p.unit(p.pkg.Func("init")).summarize(); ok {
		p.globals = sum
	}
	return p
}

// declared lists the functions that the program's files declare, in the order of the source.
func (p *pkgFlow) declared() []*ssa.Function {
	var funcs []*ssa.Function
	for _, file := range Files(p.pass) {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				if fn := p.pkg.Prog.FuncValue(p.pass.TypesInfo.Defs[decl.Name].(*types.Func)); fn != nil && len(fn.Blocks) > 0 {
					funcs = append(funcs, fn)
				}
			}
		}
	}
	return funcs
}

// bodies lists the functions of the program's files, literals included.
func (p *pkgFlow) bodies() []*ssa.Function {
	var all []*ssa.Function
	for _, fn := range append(p.declared(), p.pkg.Func("init")) {
		all = append(all, literals(fn)...)
	}
	return all
}

// globalsOf returns what the variables of a package hold once it is initialized, or nil when nothing is known.
func (p *pkgFlow) globalsOf(path string) *summary {
	if path == p.pass.Pkg.Path() {
		return p.globals
	}
	imp := p.imports[path]
	if imp == nil {
		return nil
	}
	sum, ok := p.globalsOfImports[imp]
	if !ok {
		if told, _ := importedSummary(p.pass, imp); told.Globals != nil {
			sum = new(summary)
			decode(told.Globals, sum, path)
		}
		p.globalsOfImports[imp] = sum
	}
	return sum
}

// initCatchesTerm reports whether the package may catch SIGTERM as it is initialized.
func (p *pkgFlow) initCatchesTerm() bool {
	if p.pass.Pkg.Name() == "main" {
		return false // main is linked with it
	}
	u := p.unit(p.pkg.Func("init"))
	return slices.ContainsFunc(u.frame(u.funcs[0]).ops, mayCatchTerm) || u.tooMuch
}

// unit returns the unit of a declared function, or of the package's initializer.
func (p *pkgFlow) unit(fn *ssa.Function) *unit {
	if p.units[fn] == nil {
		p.units[fn] = newUnit(p, fn)
	}
	return p.units[fn]
}

// summaryOf returns what a function does. It reports false when that cannot be known; a function of the package that
// is under way, since it calls itself, does nothing new.
func (p *pkgFlow) summaryOf(fn *types.Func) (*summary, bool) {
	if fn.Pkg() == p.pass.Pkg {
		f := p.pkg.Prog.FuncValue(fn)
		if f == nil || len(f.Blocks) == 0 {
			return nil, false
		}
		sum, ok := p.summaries[f]
		if !ok {
			p.summaries[f] = nil
			if sum, ok = p.unit(f).summarize(); !ok {
				sum = &summary{tooLarge: true}
			}
			sum.Contexts = *p.contextsOfFunction(f)
			p.summaries[f] = sum
			if p.sharp {
				delete(p.units, f) // nothing is reported there
			}
		}
		return sum, sum == nil || !sum.tooLarge
	}
	sum, ok := p.imported[fn]
	if !ok {
		p.importSummaries(fn)
		sum = p.imported[fn]
	}
	return sum, sum != nil
}

// methodsOf lists the methods of a type of which something is known.
func (p *pkgFlow) methodsOf(t types.Type) []*types.Selection {
	if types.IsInterface(t) {
		return nil
	}
	if _, ok := p.methods[t]; !ok {
		var known []*types.Selection
		set := types.NewMethodSet(t)
		for i := range set.Len() {
			method := set.At(i).Obj().(*types.Func).Origin()
			if apiOfFunc(p.servers, method) != nil || method.Pkg() == p.pass.Pkg && !types.IsInterface(method.Signature().Recv().Type()) {
				known = append(known, set.At(i))
			} else if hasSummary(p.pass, method) || isAdapter(t, method) {
				known = append(known, set.At(i))
			}
		}
		p.methods[t] = known
	}
	return p.methods[t]
}

// isAdapter reports whether the type is one of functions, of a library, whose method calls the function, as
// controller-runtime's RunnableFunc does: it says so by having the same parameters and results.
func isAdapter(t types.Type, method *types.Func) bool {
	fn, ok := t.Underlying().(*types.Signature)
	return ok && !isStd(method.Pkg().Path()) && types.Identical(fn, method.Signature())
}

// locate notes where in the source the op stands, and the comments that speak of that line.
func (p *pkgFlow) locate(o *op) {
	if !o.site.IsValid() {
		return
	}
	at := Position(p.pass.Fset, o.site)
	o.foreign = p.sharp
	o.origin = origin{p.pass.Pkg.Path(), filepath.Base(at.Filename), at.Line}
	for _, ignore := range p.ignores {
		if ignore.Path == at.Filename && ignore.SpeaksOf(at.Line) {
			o.ignores = append(o.ignores, ignore)
		}
	}
}

// callee returns the function that is called when it is one of the package whose body is in sight, else nil.
func (p *pkgFlow) callee(common *ssa.CallCommon) *ssa.Function {
	fn := common.StaticCallee()
	if fn != nil && fn.Origin() != nil {
		fn = fn.Origin()
	}
	if fn == nil || len(fn.Blocks) == 0 || fn.Pkg != p.pkg {
		return nil
	}
	return fn
}

// literals lists a declared function and the literals in it.
func literals(fn *ssa.Function) []*ssa.Function {
	all := []*ssa.Function{fn}
	for _, anon := range fn.AnonFuncs {
		all = append(all, literals(anon)...)
	}
	return all
}
