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
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
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
	suite := asJSON()
	byName := map[string]*service{}
	for _, f := range ordered(shared().under(t, "services")) {
		diagnostics := by(nil, suite.analyze(t, f))
		l := f.listedPackage
		elems := strings.Split(l.ImportPath, "/")
		if elems[0] != "services" {
			continue
		}
		s := byName[elems[1]]
		if s == nil {
			s = &service{name: elems[1]}
			byName[elems[1]] = s
		}
		p := &servicePackage{checkedPackage: f.checkedPackage, listed: l}
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
	return suite.driver, services
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
	d := base.clone()
	again := map[string]bool{changed.listed.ImportPath: true}
	var found []gracelint.Finding
	for _, p := range s.packages {
		files := p.files
		if p == changed {
			syntax, err := parser.ParseFile(fset, p.path(file), text, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			files = slices.Clone(files)
			files[file] = syntax
		} else if !slices.ContainsFunc(p.types.Imports(), func(i *types.Package) bool { return again[i.Path()] }) {
			continue
		}
		again[p.listed.ImportPath] = true
		checked, err := check(p.listed.ImportPath, "", files, d.imported)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, shown(t, by(nil, d.analyze(t, checked)))...)
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
		syntax, err := parser.ParseFile(fset, changed.path(file), text, parser.ParseComments)
		if err != nil {
			return text, err
		}
		files := slices.Clone(changed.files)
		files[file] = syntax
		_, err = check(changed.listed.ImportPath, "", files, base.imported)
		if err == nil {
			return text, nil
		}
		var edits []edit
		for _, err := range err.(interface{ Unwrap() []error }).Unwrap() {
			if e, ok := repair(syntax, err.(types.Error)); ok && !slices.Contains(edits, e) {
				edits = append(edits, e)
			}
		}
		if len(edits) == 0 {
			return text, err
		}
		text = edited(text, edits)
	}
	return text, fmt.Errorf("%s cannot be repaired", changed.path(file))
}

// imports that faults need.
var wantedImports = map[string]string{"context": "context", "errors": "errors", "http": "net/http", "log": "log", "net": "net", "os": "os", "syscall": "syscall"}

func repair(file *ast.File, err types.Error) (edit, bool) {
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
