package analyzers_test

import (
	"cmp"
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gracelint/gracelint/analyzers"
	"golang.org/x/tools/go/analysis"
)

// A tree holds the packages of testdata/src, fixtures and stubs of libraries, as a GOPATH does. Each is parsed and
// type-checked once, when it is first asked for, whatever asks for it, and at the same time as others. The standard
// library comes from export data, which the go command has in its cache: all of it that the tree imports, at once, so
// that nothing is added to its packages while somebody reads them.
type tree struct {
	src      string
	std      map[string]*types.Package
	packages map[string]func() *fixture // by import path; that of a package with its tests ends in withTests
}

// A fixture is one package of a tree.
type fixture struct {
	listedPackage
	checkedPackage
	imports []*fixture // that lie in the tree too
	err     error
}

const withTests = " [test]"

// fset is that of every package, since they share those of the standard library.
var fset = token.NewFileSet()

// shared is the tree of all tests, and asText and asJSON are what the analyzers make of it.
var (
	shared = sync.OnceValue(newTree)
	asText = sync.OnceValue(func() *suite { return newSuite(shared(), nil) })
	asJSON = sync.OnceValue(func() *suite { return newSuite(shared(), map[string]string{"driver": "true"}) })
)

func newTree() *tree {
	src, err := filepath.Abs("../testdata/src")
	if err != nil {
		panic(err)
	}
	tr := &tree{src: src, packages: map[string]func() *fixture{}}
	context := build.Default
	context.CgoEnabled = false
	imported := map[string]bool{}
	err = filepath.WalkDir(src, func(dir string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		p, err := context.ImportDir(dir, 0)
		if _, none := errors.AsType[*build.NoGoError](err); none {
			return nil
		} else if err != nil {
			return err
		}
		rel, err := filepath.Rel(src, dir)
		path := filepath.ToSlash(rel)
		tr.packages[path] = sync.OnceValue(func() *fixture { return tr.load(path, dir, p.GoFiles, p.Imports) })
		if len(p.TestGoFiles) > 0 {
			files, imports := slices.Concat(p.GoFiles, p.TestGoFiles), slices.Concat(p.Imports, p.TestImports)
			tr.packages[path+withTests] = sync.OnceValue(func() *fixture { return tr.load(path+withTests, dir, files, imports) })
		}
		for _, path := range slices.Concat(p.Imports, p.TestImports) {
			imported[path] = true
		}
		return err
	})
	if err == nil {
		maps.DeleteFunc(imported, func(path string, _ bool) bool { return path == "C" || path == "unsafe" || tr.packages[path] != nil })
		tr.std, err = exported(slices.Sorted(maps.Keys(imported)))
	}
	if err != nil {
		panic(err)
	}
	return tr
}

// exported returns packages of the standard library.
func exported(paths []string) (map[string]*types.Package, error) {
	out, err := exec.Command("go", append([]string{"list", "-e", "-export", "-f={{.ImportPath}} {{.Export}}", "--"}, paths...)...).Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w: %s", err, stderr(err))
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		files[path] = file
	}
	compiled := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(files[path]) })
	std := map[string]*types.Package{"unsafe": types.Unsafe}
	for _, path := range paths {
		if files[path] == "" {
			continue // who imports it will say so
		}
		if std[path], err = compiled.Import(path); err != nil {
			return nil, err
		}
	}
	return std, nil
}

func (tr *tree) load(path, dir string, files, imports []string) *fixture {
	module, _, _ := strings.Cut(path, "/")
	f := &fixture{listedPackage: listedPackage{ImportPath: path, Dir: dir, GoFiles: files}}
	for _, path := range slices.Compact(slices.Sorted(slices.Values(imports))) {
		if load := tr.find(module, path); load != nil {
			f.imports = append(f.imports, load())
		}
	}
	if f.files, f.err = parse(f.listedPackage); f.err != nil {
		return f
	}
	f.checkedPackage, f.err = check(strings.TrimSuffix(path, withTests), "", f.files, func(path string) (*types.Package, error) {
		if pkg := tr.std[path]; pkg != nil {
			return pkg, nil
		}
		load := tr.find(module, path)
		if load == nil {
			return nil, fmt.Errorf("there is no stub of %s", path)
		}
		imported := load()
		return imported.types, imported.err
	})
	return f
}

// find returns the package that is meant by the path in the folder of a module, which may have a vendor folder.
func (tr *tree) find(module, path string) func() *fixture {
	if vendored := tr.packages[module+"/vendor/"+path]; vendored != nil {
		return vendored
	}
	return tr.packages[path]
}

// paths lists the packages in the folders, in their order. Those with their tests follow those without.
func (tr *tree) paths(folders ...string) []string {
	var paths []string
	for _, path := range slices.Sorted(maps.Keys(tr.packages)) {
		if slices.ContainsFunc(folders, func(folder string) bool { return path == folder || strings.HasPrefix(path, folder+"/") }) {
			paths = append(paths, path)
		}
	}
	return paths
}

func (tr *tree) get(t testing.TB, path string) *fixture {
	t.Helper()
	f := tr.packages[path]()
	if f.err != nil {
		t.Fatal(f.err)
	}
	return f
}

// under returns the packages in the folders.
func (tr *tree) under(t testing.TB, folders ...string) []*fixture {
	t.Helper()
	var found []*fixture
	for _, path := range tr.paths(folders...) {
		found = append(found, tr.get(t, path))
	}
	if len(found) == 0 {
		t.Fatalf("there are no packages in %s", folders)
	}
	return found
}

// ordered lists the packages and those of the tree that they import, each after what it imports.
func ordered(fixtures []*fixture) []*fixture {
	var all []*fixture
	seen := map[*fixture]bool{}
	var add func(*fixture)
	add = func(f *fixture) {
		if seen[f] {
			return
		}
		seen[f] = true
		for _, imported := range f.imports {
			add(imported)
		}
		all = append(all, f)
	}
	for _, f := range fixtures {
		add(f)
	}
	return all
}

// A suite is the analyzers with flags of their own, and what they have found: each package is analyzed once.
type suite struct {
	tree   *tree
	driver *driver
	mu     sync.Mutex
	found  map[*fixture]func() []diagnostic
}

func newSuite(tr *tree, flags map[string]string) *suite {
	d := newDriver(analyzers.All)
	maps.Copy(d.types, tr.std)
	for name, value := range flags {
		if err := d.lifecycle.Flags.Set(name, value); err != nil {
			panic(err)
		}
	}
	return &suite{tree: tr, driver: d, found: map[*fixture]func() []diagnostic{}}
}

// analyze returns what is found in the package, with what those that it imports tell.
func (s *suite) analyze(t testing.TB, f *fixture) []diagnostic {
	t.Helper()
	s.mu.Lock()
	found := s.found[f]
	if found == nil {
		found = sync.OnceValue(func() []diagnostic {
			for _, imported := range f.imports {
				s.analyze(t, imported)
			}
			d := s.driver
			if strings.HasSuffix(f.ImportPath, withTests) {
				d = d.clone() // nobody imports it
			}
			return d.analyze(t, f.checkedPackage)
		})
		s.found[f] = found
	}
	s.mu.Unlock()
	return found()
}

// analyzeAll returns what the analyzer finds in the packages, in their order.
func (s *suite) analyzeAll(t testing.TB, a *analysis.Analyzer, fixtures []*fixture) []analysis.Diagnostic {
	t.Helper()
	var all sync.WaitGroup
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, f := range fixtures {
		slots <- struct{}{}
		all.Go(func() { s.analyze(t, f); <-slots })
	}
	all.Wait()
	var found []analysis.Diagnostic
	for _, f := range fixtures {
		found = append(found, by(a, s.analyze(t, f))...)
	}
	return found
}

// A diagnostic says which analyzer has made it.
type diagnostic struct {
	analyzer *analysis.Analyzer
	analysis.Diagnostic
}

// by returns those that the analyzer has made; nil stands for any.
func by(a *analysis.Analyzer, diagnostics []diagnostic) []analysis.Diagnostic {
	var found []analysis.Diagnostic
	for _, d := range diagnostics {
		if a == nil || d.analyzer == a {
			found = append(found, d.Diagnostic)
		}
	}
	slices.SortStableFunc(found, func(a, b analysis.Diagnostic) int { return cmp.Compare(a.Pos, b.Pos) })
	return found
}

// parse returns the syntax of the package's files.
func parse(p listedPackage) ([]*ast.File, error) {
	var files []*ast.File
	for _, name := range p.GoFiles {
		file, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// check type-checks a package. goVersion is that of its module, or empty.
func check(path, goVersion string, files []*ast.File, imports importerFunc) (checkedPackage, error) {
	checked := checkedPackage{files: files, info: &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Implicits:  map[ast.Node]types.Object{},
		Instances:  map[*ast.Ident]types.Instance{},
		Scopes:     map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}}
	var errs []error
	config := types.Config{
		GoVersion: goVersion,
		Sizes:     types.SizesFor("gc", runtime.GOARCH),
		Error:     func(err error) { errs = append(errs, err) },
		Importer:  imports,
	}
	checked.types, _ = config.Check(path, fset, files, checked.info)
	return checked, errors.Join(errs...)
}

type importerFunc func(path string) (*types.Package, error)

func (i importerFunc) Import(path string) (*types.Package, error) { return i(path) }
