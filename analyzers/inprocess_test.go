package analyzers_test

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// A driver runs analyzers over packages, each after those that it imports, as a build system does that has a process
// for each: what one package tells another goes through bytes, and reaches its direct importers only. Like Bazel's nogo
// it leaves out of a pass all that an analyzer can do without: Module, ReadFile, OtherFiles, FileVersions.
type driver struct {
	analyzers []*analysis.Analyzer
	lifecycle *analysis.Analyzer // runs in the place of lifecycle.Analyzer: its flags are the driver's own

	mu    sync.Mutex
	types map[string]*types.Package // by import path
	facts map[string][]byte         // by import path: what a package hands to its importers
}

func newDriver(analyzers []*analysis.Analyzer) *driver {
	for _, a := range analyzers {
		for _, fact := range a.FactTypes {
			gob.Register(fact)
		}
	}
	return &driver{
		analyzers: analyzers,
		lifecycle: lifecycle.New(),
		types:     map[string]*types.Package{"unsafe": types.Unsafe},
		facts:     map[string][]byte{},
	}
}

// clone returns a driver that knows what this one does, and learns by itself.
func (d *driver) clone() *driver {
	d.mu.Lock()
	defer d.mu.Unlock()
	return &driver{analyzers: d.analyzers, lifecycle: d.lifecycle, types: maps.Clone(d.types), facts: maps.Clone(d.facts)}
}

func (d *driver) pkg(path string) *types.Package {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.types[path]
}

func (d *driver) factsOf(path string) []byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.facts[path]
}

// A listedPackage is what the go command says of one.
type listedPackage struct {
	ImportPath, Dir string
	GoFiles         []string
	ImportMap       map[string]string
	Standard        bool
	Module          *struct{ GoVersion string }
}

// list returns the packages and all that they import, each after what it imports. Nothing of them uses cgo. env is for
// the go command.
func list(t testing.TB, dir string, env []string, patterns ...string) []listedPackage {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-deps", "-json=ImportPath,Dir,GoFiles,ImportMap,Standard,Module", "--"}, patterns...)...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOFLAGS=", "GOWORK=off", "CGO_ENABLED=0"), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var packages []listedPackage
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listedPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		if p.ImportPath != "unsafe" {
			packages = append(packages, p)
		}
	}
}

// A checkedPackage has been parsed and type-checked.
type checkedPackage struct {
	files []*ast.File
	types *types.Package
	info  *types.Info
}

func (d *driver) check(t testing.TB, p listedPackage) checkedPackage {
	t.Helper()
	files, err := parse(p)
	if err != nil {
		t.Fatal(err)
	}
	var goVersion string
	if p.Module != nil && p.Module.GoVersion != "" {
		goVersion = "go" + p.Module.GoVersion
	}
	checked, err := check(p.ImportPath, goVersion, files, func(path string) (*types.Package, error) {
		if vendored, ok := p.ImportMap[path]; ok {
			path = vendored
		}
		return d.imported(path)
	})
	if err != nil {
		t.Fatal(err)
	}
	d.types[p.ImportPath] = checked.types
	return checked
}

// imported is asked for what a package imports.
func (d *driver) imported(path string) (*types.Package, error) {
	if pkg := d.pkg(path); pkg != nil {
		return pkg, nil
	}
	return nil, fmt.Errorf("%s has not been looked at", path)
}

// analyze runs the analyzers, and keeps the facts for the package's importers.
func (d *driver) analyze(t testing.TB, p checkedPackage) []diagnostic {
	t.Helper()
	d.mu.Lock()
	d.types[p.types.Path()] = p.types
	d.mu.Unlock()
	var diagnostics []diagnostic
	facts := d.factsFor(t, p.types)
	results := map[*analysis.Analyzer]any{}
	var run func(*analysis.Analyzer)
	run = func(a *analysis.Analyzer) {
		if _, done := results[a]; done {
			return
		}
		pass := &analysis.Pass{
			Analyzer: a, Fset: fset, Files: p.files, Pkg: p.types, TypesInfo: p.info,
			TypesSizes:        types.SizesFor("gc", runtime.GOARCH),
			ResultOf:          map[*analysis.Analyzer]any{},
			Report:            func(found analysis.Diagnostic) { diagnostics = append(diagnostics, diagnostic{a, found}) },
			ImportObjectFact:  func(obj types.Object, fact analysis.Fact) bool { return facts.get(obj.Pkg(), obj, fact) },
			ImportPackageFact: func(pkg *types.Package, fact analysis.Fact) bool { return facts.get(pkg, nil, fact) },
			ExportObjectFact:  func(obj types.Object, fact analysis.Fact) { facts.set(obj.Pkg(), obj, fact) },
			ExportPackageFact: func(fact analysis.Fact) { facts.set(p.types, nil, fact) },
			AllObjectFacts:    func() []analysis.ObjectFact { return facts.ofObjects(a) },
			AllPackageFacts:   func() []analysis.PackageFact { return facts.ofPackages(a) },
		}
		for _, required := range a.Requires {
			run(required)
			pass.ResultOf[required] = results[required]
		}
		running := a
		if a == lifecycle.Analyzer {
			running = d.lifecycle
		}
		result, err := running.Run(pass)
		if err != nil {
			t.Fatalf("%s on %s: %v", a, p.types.Path(), err)
		}
		results[a] = result
	}
	for _, a := range d.analyzers {
		run(a)
	}
	encoded := facts.encode(t, p.types)
	d.mu.Lock()
	d.facts[p.types.Path()] = encoded
	d.mu.Unlock()
	return diagnostics
}

// packageFacts returns what importers are told of the package as a whole.
func (d *driver) packageFacts(t testing.TB, pkg *types.Package) []analysis.Fact {
	t.Helper()
	var list []gobFact
	if err := gob.NewDecoder(bytes.NewReader(d.factsOf(pkg.Path()))).Decode(&list); err != nil {
		t.Fatal(err)
	}
	var facts []analysis.Fact
	for _, f := range list {
		if f.Package == pkg.Path() && f.Object == "" {
			facts = append(facts, f.Fact)
		}
	}
	return facts
}

// factSet holds what is known while one package is analyzed.
type factSet map[factKey]analysis.Fact

type factKey struct {
	pkg *types.Package
	obj types.Object // nil: the fact is about the package
	typ reflect.Type
}

// A gobFact is a fact on its way to another package.
type gobFact struct {
	Package string
	Object  objectpath.Path
	Fact    analysis.Fact
}

// factsFor returns what the package's imports hand to it.
func (d *driver) factsFor(t testing.TB, pkg *types.Package) factSet {
	t.Helper()
	facts := factSet{}
	for _, imported := range pkg.Imports() {
		encoded := d.factsOf(imported.Path())
		if len(encoded) == 0 {
			continue
		}
		var list []gobFact
		if err := gob.NewDecoder(bytes.NewReader(encoded)).Decode(&list); err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			var obj types.Object
			if f.Object != "" {
				var err error
				if obj, err = objectpath.Object(d.pkg(f.Package), f.Object); err != nil {
					t.Fatal(err)
				}
			}
			facts.set(d.pkg(f.Package), obj, f.Fact)
		}
	}
	return facts
}

// encode returns what the package hands to its importers: its own facts, and of those it was handed the ones about
// types, methods and fields, which can come in sight through its own.
func (s factSet) encode(t testing.TB, pkg *types.Package) []byte {
	t.Helper()
	var list []gobFact
	paths := new(objectpath.Encoder)
	for key, fact := range s {
		f := gobFact{Package: key.pkg.Path(), Fact: fact}
		if key.obj == nil && key.pkg != pkg {
			continue
		}
		if key.obj != nil {
			if _, isType := key.obj.(*types.TypeName); key.pkg != pkg && !isType && key.obj.Parent() == key.pkg.Scope() {
				continue
			}
			path, err := paths.For(key.obj)
			if err != nil {
				continue // out of sight for importers
			}
			f.Object = path
		}
		list = append(list, f)
	}
	if len(list) == 0 {
		return nil
	}
	slices.SortFunc(list, func(a, b gobFact) int {
		return cmp.Or(strings.Compare(a.Package, b.Package), strings.Compare(string(a.Object), string(b.Object)))
	})
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(list); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (s factSet) get(pkg *types.Package, obj types.Object, into analysis.Fact) bool {
	fact, ok := s[factKey{pkg, obj, reflect.TypeOf(into)}]
	if ok {
		reflect.ValueOf(into).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return ok
}

func (s factSet) set(pkg *types.Package, obj types.Object, fact analysis.Fact) {
	s[factKey{pkg, obj, reflect.TypeOf(fact)}] = fact
}

func (s factSet) ofObjects(a *analysis.Analyzer) []analysis.ObjectFact {
	var list []analysis.ObjectFact
	for key, fact := range s {
		if key.obj != nil && hasFact(a, key.typ) {
			list = append(list, analysis.ObjectFact{Object: key.obj, Fact: fact})
		}
	}
	return list
}

func (s factSet) ofPackages(a *analysis.Analyzer) []analysis.PackageFact {
	var list []analysis.PackageFact
	for key, fact := range s {
		if key.obj == nil && hasFact(a, key.typ) {
			list = append(list, analysis.PackageFact{Package: key.pkg, Fact: fact})
		}
	}
	return list
}

func hasFact(a *analysis.Analyzer, typ reflect.Type) bool {
	return slices.ContainsFunc(a.FactTypes, func(fact analysis.Fact) bool { return reflect.TypeOf(fact) == typ })
}
