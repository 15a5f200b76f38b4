package analyzers_test

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/analyzers/serverclose"
	"github.com/gracelint/gracelint/analyzers/signalnotify"
	"github.com/gracelint/gracelint/analyzers/wggo"
	"golang.org/x/tools/go/analysis"
)

// A service is a correct program of several packages: a folder of testdata/src/services.
type service struct {
	name     string
	packages []*servicePackage // each after those that it imports
	found    []gracelint.Finding
	refs     map[*types.Func][]reference // by the function that they stand in
	starts   []*cursor                   // of servers that are not there for operators only
	stops    []*cursor
	aborts   []*cursor
	signals  map[types.Object]bool // contexts that are done when the signal comes
}

type servicePackage struct {
	checkedPackage
	listed  listedPackage
	sources []string // of the files
}

func (p *servicePackage) path(file int) string {
	return filepath.Join(p.listed.Dir, p.listed.GoFiles[file])
}

func (p *servicePackage) isMain() bool { return p.types.Name() == "main" }

// loadServices returns the services, analyzed, and the driver that knows them and all that they import. A fault makes
// none of that anew but the packages that it changes.
func loadServices(t *testing.T) (*driver, []*service) {
	t.Helper()
	listed := list(t, testdata(t), []string{"GO111MODULE=off", "GOPATH=" + testdata(t)}, "services/...")
	d := newDriver([]*analysis.Analyzer{lifecycle.Analyzer, signalnotify.Analyzer, serverclose.Analyzer, wggo.Analyzer})
	byName := map[string]*service{}
	for _, l := range listed {
		checked := d.check(t, l)
		diagnostics := d.analyze(t, checked)
		elems := strings.Split(l.ImportPath, "/")
		if elems[0] != "services" {
			continue
		}
		s := byName[elems[1]]
		if s == nil {
			s = &service{name: elems[1]}
			byName[elems[1]] = s
		}
		p := &servicePackage{checkedPackage: checked, listed: l}
		for i := range l.GoFiles {
			src, err := os.ReadFile(p.path(i))
			if err != nil {
				t.Fatal(err)
			}
			p.sources = append(p.sources, string(src))
		}
		s.packages = append(s.packages, p)
		s.found = append(s.found, shown(t, diagnostics)...)
	}
	var services []*service
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		byName[name].learn()
		services = append(services, byName[name])
	}
	return d, services
}

// shown returns the findings that a user sees who asks for nothing in particular.
func shown(t *testing.T, diagnostics []analysis.Diagnostic) []gracelint.Finding {
	t.Helper()
	var found []gracelint.Finding
	for _, diagnostic := range diagnostics {
		var message lifecycle.Message
		if err := json.Unmarshal([]byte(diagnostic.Message), &message); err != nil {
			t.Fatalf("%q is no message: %v", diagnostic.Message, err)
		}
		if f := message.Finding; f != nil && !f.Strict && f.Ignored == nil {
			found = append(found, *f)
		}
	}
	return found
}

// merged leaves of the findings that share a fault those of the family that speaks first, as the command does.
func merged(findings []gracelint.Finding) []gracelint.Finding {
	byServerclose := map[string]bool{}
	for _, f := range findings {
		if f.Fault != "" && strings.HasPrefix(f.Rule, "serverclose/") {
			byServerclose[f.Fault] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(findings), func(f gracelint.Finding) bool {
		return byServerclose[f.Fault] && !strings.HasPrefix(f.Rule, "serverclose/")
	})
}

// more returns the findings that were not there before: a fault may move those that were.
func more(before, after []gracelint.Finding) []gracelint.Finding {
	type kind struct{ rule, path string }
	known := map[kind]int{}
	for _, f := range before {
		known[kind{f.Rule, f.Path}]++
	}
	return slices.DeleteFunc(slices.Clone(after), func(f gracelint.Finding) bool {
		k := kind{f.Rule, f.Path}
		known[k]--
		return known[k] >= 0
	})
}

// analyze returns the findings in the service when one file has another text.
func (s *service) analyze(t *testing.T, base *driver, changed *servicePackage, file int, text string) []gracelint.Finding {
	t.Helper()
	d := &driver{analyzers: base.analyzers, fset: base.fset, types: maps.Clone(base.types), facts: maps.Clone(base.facts)}
	again := map[string]bool{changed.listed.ImportPath: true}
	var found []gracelint.Finding
	for _, p := range s.packages {
		files := p.files
		if p == changed {
			syntax, err := parser.ParseFile(d.fset, p.path(file), text, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			files = slices.Clone(files)
			files[file] = syntax
		} else if !slices.ContainsFunc(p.types.Imports(), func(i *types.Package) bool { return again[i.Path()] }) {
			continue
		}
		again[p.listed.ImportPath] = true
		checked, errs := d.checkFiles(p.listed.ImportPath, files)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		found = append(found, shown(t, d.analyze(t, checked))...)
	}
	for _, f := range s.found {
		if !slices.ContainsFunc(s.packages, func(p *servicePackage) bool {
			return again[p.listed.ImportPath] && filepath.Dir(f.Path) == p.listed.Dir
		}) {
			found = append(found, f)
		}
	}
	return found
}

func (d *driver) checkFiles(path string, files []*ast.File) (checkedPackage, []types.Error) {
	checked := checkedPackage{files: files, info: &types.Info{
		Types:      map[ast.Expr]types.TypeAndValue{},
		Defs:       map[*ast.Ident]types.Object{},
		Uses:       map[*ast.Ident]types.Object{},
		Implicits:  map[ast.Node]types.Object{},
		Instances:  map[*ast.Ident]types.Instance{},
		Scopes:     map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}}
	var errs []types.Error
	config := types.Config{
		Sizes:    types.SizesFor("gc", runtime.GOARCH),
		Error:    func(err error) { errs = append(errs, err.(types.Error)) },
		Importer: importer(d.imports),
	}
	checked.types, _ = config.Check(path, d.fset, files, checked.info)
	d.types[path] = checked.types
	return checked, errs
}

// imports is asked for what a service imports, and for what a fault has it import.
func (d *driver) imports(path string) (*types.Package, error) {
	if pkg := d.types[path]; pkg != nil {
		return pkg, nil
	}
	return nil, fmt.Errorf("no service imports %s", path)
}

// An edit replaces the bytes [start, end) of a file.
type edit struct {
	start, end int
	text       string
}

// edited returns the source with the edits made. Of two at the same place the first comes first.
func edited(src string, edits []edit) string {
	edits = slices.SortedStableFunc(slices.Values(edits), func(a, b edit) int { return a.start - b.start })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(src[at:max(at, e.start)])
		b.WriteString(e.text)
		at = max(at, e.end)
	}
	return b.String() + src[at:]
}

// repaired returns the text without the imports and variables that a fault has left unused, and with the imports that
// it needs, each on a line that is there already, so that places stay where they are. It fails on any other error.
func (s *service) repaired(base *driver, changed *servicePackage, file int, text string) (string, error) {
	for range 5 {
		syntax, err := parser.ParseFile(base.fset, changed.path(file), text, parser.ParseComments)
		if err != nil {
			return text, err
		}
		files := slices.Clone(changed.files)
		files[file] = syntax
		d := &driver{fset: base.fset, types: maps.Clone(base.types)}
		_, errs := d.checkFiles(changed.listed.ImportPath, files)
		if len(errs) == 0 {
			return text, nil
		}
		var edits []edit
		for _, err := range errs {
			if e, ok := repair(base.fset, syntax, err); ok && !slices.Contains(edits, e) {
				edits = append(edits, e)
			}
		}
		if len(edits) == 0 {
			return text, errs[0]
		}
		text = edited(text, edits)
	}
	return text, fmt.Errorf("%s cannot be repaired", changed.path(file))
}

// imports that faults need.
var wantedImports = map[string]string{"context": "context", "errors": "errors", "http": "net/http", "log": "log", "net": "net", "os": "os", "syscall": "syscall"}

func repair(fset *token.FileSet, file *ast.File, err types.Error) (edit, bool) {
	offset := func(pos token.Pos) int { return fset.Position(pos).Offset }
	name, undefined := strings.CutPrefix(err.Msg, "undefined: ")
	path := wantedImports[name]
	switch {
	case undefined && path != "":
		return edit{offset(file.Name.End()), offset(file.Name.End()), fmt.Sprintf("; import %q", path)}, true
	case strings.Contains(err.Msg, "imported and not used"):
		for _, spec := range file.Imports {
			if spec.Pos() <= err.Pos && err.Pos < spec.End() {
				return edit{offset(spec.Pos()), offset(spec.End()), ""}, true
			}
		}
	case strings.HasPrefix(err.Msg, "declared and not used: "):
		name := strings.TrimPrefix(err.Msg, "declared and not used: ")
		stack := enclosing(file, err.Pos)
		for i := len(stack) - 1; i > 0; i-- {
			switch stmt := stack[i].(type) {
			case *ast.AssignStmt, *ast.DeclStmt:
				if isBlock(stack[i-1]) {
					return edit{offset(stmt.End()), offset(stmt.End()), "; _ = " + name}, true
				}
			case *ast.IfStmt:
				return edit{offset(stmt.Body.Lbrace) + 1, offset(stmt.Body.Lbrace) + 1, " _ = " + name + ";"}, true
			case *ast.RangeStmt:
				return edit{offset(stmt.Body.Lbrace) + 1, offset(stmt.Body.Lbrace) + 1, " _ = " + name + ";"}, true
			}
		}
	}
	return edit{}, false
}

// enclosing returns the nodes around a position, the outermost first.
func enclosing(file *ast.File, pos token.Pos) []ast.Node {
	var stack []ast.Node
	ast.Inspect(file, func(n ast.Node) bool {
		if n == nil || pos < n.Pos() || n.End() <= pos {
			return false
		}
		stack = append(stack, n)
		return true
	})
	return stack
}

func isBlock(n ast.Node) bool {
	switch n.(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		return true
	}
	return false
}
