package analyzers_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/token"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers"
	"github.com/gracelint/gracelint/testdata/need"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// The module testdata/src/drivers is a chain of four packages, signals <- server <- app <- main, with a dependency, and
// with a program for each fault whose evidence spans them. analysistest shows facts at any distance and go vet to direct
// importers only, so what one driver finds says nothing of the others: each of them is asked.

func TestEveryDriverFindsTheSame(t *testing.T) {
	vetted := vetDrivers(t)
	m, vettool, want := vetted.module, vetted.tool, vetted.found
	t.Run("go vet finds what the module's comments want", func(t *testing.T) {
		m.compareWithComments(t, want)
	})
	t.Run("the gracelint command", func(t *testing.T) {
		compare(t, m.byCommand(t, vettool), want)
	})
	t.Run("analysistest and multichecker", func(t *testing.T) {
		compare(t, m.byChecker(t), want)
	})
	t.Run("nogo, without facts for the standard library", func(t *testing.T) {
		compare(t, m.byNogo(t), want)
	})
	t.Run("golangci-lint", func(t *testing.T) {
		compare(t, m.byGolangci(t), want)
	})
}

func TestGolangciLintHandsThePluginItsSettings(t *testing.T) {
	m := copyModule(t)
	out, err := m.golangci(t, "settings: {nosuchsetting: true}")
	if err == nil || !strings.Contains(out, "nosuchsetting") {
		t.Errorf("a setting that does not exist is no error: %v\n%s", err, out)
	}
}

// The go command hashes facts into the cache key of every importer.
func TestFactsAreTheSameBytesEachTime(t *testing.T) {
	for _, procs := range []int{1, 2, 8} {
		t.Run(fmt.Sprintf("in one process, at GOMAXPROCS=%d", procs), func(t *testing.T) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(procs))
			first, again := asText(), newSuite(shared(), nil)
			fixtures := ordered(shared().under(t, "drivers", "signalnotify", "serverclose", "wggo"))
			first.analyzeAll(t, nil, fixtures)
			again.analyzeAll(t, nil, fixtures)
			compareFacts(t, first, again, fixtures)
		})
	}
	t.Run("in one process, of packages that were type-checked twice", func(t *testing.T) {
		t.Parallel()
		const folder = "signalnotify/missing-handler"
		fixtures, again := ordered(shared().under(t, folder)), newSuite(newTree(), nil)
		asText().analyzeAll(t, nil, fixtures)
		again.analyzeAll(t, nil, ordered(again.tree.under(t, folder)))
		compareFacts(t, asText(), again, fixtures)
	})
	t.Run("in two processes of go vet", func(t *testing.T) {
		vetted := vetDrivers(t)
		if len(vetted.units) == 0 {
			t.Fatal("go vet has analyzed nothing")
		}
		for _, unit := range vetted.units {
			first, err := os.ReadFile(unit.VetxOutput)
			if err != nil {
				t.Fatal(err)
			}
			if again := unit.analyzeAgain(t, vetted.tool); !bytes.Equal(first, again) {
				t.Errorf("%s: the facts differ", unit.ID)
			}
		}
	})
}

// compareFacts wants the same facts of each package.
func compareFacts(t *testing.T, first, again *suite, fixtures []*fixture) {
	t.Helper()
	some := false
	for _, f := range fixtures {
		path := f.types.Path()
		facts := first.driver.factsOf(path)
		some = some || len(facts) > 0
		if !bytes.Equal(facts, again.driver.factsOf(path)) {
			t.Errorf("%s: the facts differ", path)
		}
	}
	if !some {
		t.Error("there are no facts")
	}
}

// A module is a copy of testdata/src/drivers in a folder of its own, so that nothing is cached of it.
type module struct {
	dir   string
	lines map[string][]string // of its files, by name relative to dir, with slashes
}

func copyModule(t *testing.T) module {
	t.Helper()
	dir, err := filepath.EvalSymlinks(folder(t)) // as the go command names it
	if err != nil {
		t.Fatal(err)
	}
	src := os.DirFS(filepath.Join(testdata(t), "src", "drivers"))
	if err := os.CopyFS(dir, src); err != nil {
		t.Fatal(err)
	}
	m := module{dir: dir, lines: map[string][]string{}}
	err = fs.WalkDir(src, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(src, name)
		m.lines[name] = strings.Split(string(content), "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A sighting is a finding as any driver can tell of it. The column is 0 on a line that is not ASCII, since some drivers
// count bytes and some code points.
type sighting struct {
	path         string // relative to the module, with slashes
	line, column int
	text         string
	there        string // the place that the text names, when the fault lies in another package, as file:line
}

func (f sighting) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", f.path, f.line, f.column, f.text)
}

// rule returns what stands at the end of the text.
func (f sighting) rule() string {
	return strings.TrimSuffix(f.text[strings.LastIndex(f.text, "(")+1:], ")")
}

// found makes a driver's finding comparable.
func (m module) found(t *testing.T, path string, line, column int, text string) sighting {
	t.Helper()
	if filepath.IsAbs(path) {
		rel, err := filepath.Rel(m.dir, path)
		if err != nil {
			t.Fatal(err)
		}
		path = rel
	}
	path = filepath.ToSlash(path)
	if lines := m.lines[path]; line < 1 || line > len(lines) {
		t.Fatalf("%s:%d: there is no such line (%s)", path, line, text)
	} else if strings.ContainsFunc(lines[line-1], func(r rune) bool { return r > 127 }) {
		column = 0
	}
	there := ""
	if named := namedPlace.FindStringSubmatchIndex(text); named != nil {
		there, text = text[named[2]:named[3]], text[:named[0]]+text[named[1]:]
	}
	return sighting{path, line, column, text, there}
}

// namedPlace is how a text names the place of a fault in another package.
var namedPlace = regexp.MustCompile(` in drivers/[\w/]+ \((\w+\.go:\d+)\)`)

// compare wants the same findings of a driver, in any order; a package that has tests may be told of twice.
func compare(t *testing.T, got, want []sighting) {
	t.Helper()
	for _, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("go vet does not find %s", f)
		}
	}
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("not found: %s", f)
		}
	}
}

// compareWithComments wants the findings that the comments ask for, and no others.
func (m module) compareWithComments(t *testing.T, got []sighting) {
	t.Helper()
	wanted := map[string]bool{}
	for path, lines := range m.lines {
		for i, text := range lines {
			_, comment, _ := strings.Cut(text, " want `")
			for _, rule := range wantedRule.FindAllStringSubmatch(comment, -1) {
				wanted[place(path, i+1, rule[1])] = true
			}
		}
	}
	found := map[string]bool{}
	for _, f := range got {
		at := place(f.path, f.line, f.rule())
		found[at] = true
		if !wanted[at] {
			t.Errorf("not wanted: %s", f)
		}
	}
	for _, at := range slices.Sorted(maps.Keys(wanted)) {
		if !found[at] {
			t.Errorf("%s: no finding", at)
		}
	}
}

var wantedRule = regexp.MustCompile(`\((\w+/[\w-]+)\\\)`)

func (m module) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Dir = m.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "PWD="+m.dir)
	return cmd
}

// A vettedModule is the module after go vet has looked at it, as the tests share it.
type vettedModule struct {
	module
	tool  string
	found []sighting
	units []vetUnit // with their facts written
}

var vetOnce struct {
	sync.Once
	vettedModule
}

// vetDrivers runs go vet once.
func vetDrivers(t *testing.T) *vettedModule {
	t.Helper()
	vetOnce.Do(func() {
		m, tool := copyModule(t), buildVettool(t)
		tmp := folder(t)
		found := m.byGoVet(t, tool, "GOTMPDIR="+tmp)
		vetOnce.vettedModule = vettedModule{m, tool, found, unitsIn(t, tmp)}
	})
	return &vetOnce.vettedModule
}

// byGoVet leaves the work folder of the go command where it is.
func (m module) byGoVet(t *testing.T, vettool, env string) []sighting {
	t.Helper()
	cmd := m.command("go", "vet", "-json", "-work", "-vettool="+vettool, "./...")
	cmd.Env = append(cmd.Env, env)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr(err))
	}
	var list []sighting
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var tree map[string]map[string][]struct{ Posn, Message string } // by package and analyzer
		if err := decoder.Decode(&tree); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		for _, analyzers := range tree {
			for _, diagnostics := range analyzers {
				for _, d := range diagnostics {
					path, line, column := splitPosition(t, d.Posn)
					list = append(list, m.found(t, path, line, column, d.Message))
				}
			}
		}
	}
}

// splitPosition splits file:line:column.
func splitPosition(t *testing.T, position string) (path string, line, column int) {
	t.Helper()
	parts := regexp.MustCompile(`^(.*):(\d+):(\d+)$`).FindStringSubmatch(position)
	if parts == nil {
		t.Fatalf("%q is no position", position)
	}
	line, _ = strconv.Atoi(parts[2])
	column, _ = strconv.Atoi(parts[3])
	return parts[1], line, column
}

// byCommand asks the command for each family alone: it would show one finding for a fault that two of them see.
func (m module) byCommand(t *testing.T, gracelint string) []sighting {
	t.Helper()
	var list []sighting
	for _, family := range families {
		var rules []string
		for _, rule := range family.rules {
			rules = append(rules, rule.ID)
		}
		list = append(list, m.byCommandOnly(t, gracelint, strings.Join(rules, ","))...)
	}
	return append(list, m.byCommandOnly(t, gracelint, "gracelint/ignore")...)
}

func (m module) byCommandOnly(t *testing.T, command, rules string) []sighting {
	t.Helper()
	out, err := m.command(command, "--exit-zero", "--format", "json", "--only", rules).Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr(err))
	}
	var report struct{ Findings []gracelint.Finding }
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	var list []sighting
	for _, f := range report.Findings {
		if f.Strict { // which a rule's name asks for too
			continue
		}
		call := slices.IndexFunc(f.Related, func(r gracelint.Related) bool { return r.Message == "the program comes to it from here" })
		if call < 0 {
			list = append(list, m.found(t, f.Path, f.Line, f.Column, f.Text()))
			continue
		}
		at := f.Related[call] // where the others, which know one package at a time, have to tell of it
		sighting := m.found(t, at.Path, at.Line, at.Column, f.Text())
		sighting.there = fmt.Sprintf("%s:%d", filepath.Base(f.Path), f.Line)
		list = append(list, sighting)
	}
	return list
}

// byChecker asks what analysistest and multichecker are made of.
func (m module) byChecker(t *testing.T) []sighting {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Dir: m.dir, Mode: packages.LoadAllSyntax | packages.NeedModule, Tests: true, Env: m.command("go").Env}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(analyzers.All, pkgs, &checker.Options{SanityCheck: true})
	if err != nil {
		t.Fatal(err)
	}
	var list []sighting
	for _, action := range graph.Roots {
		if action.Err != nil {
			t.Fatal(action.Err)
		}
		list = append(list, m.diagnosed(t, action.Package.Fset, action.Diagnostics)...)
	}
	return list
}

func (m module) byNogo(t *testing.T) []sighting {
	t.Helper()
	d := newDriver(analyzers.All)
	maps.Copy(d.types, shared().std)
	var found []sighting
	for _, p := range list(t, m.dir, nil, "./...") {
		if !p.Standard {
			found = append(found, m.diagnosed(t, fset, by(nil, d.analyze(t, d.check(t, p))))...)
		}
	}
	return found
}

func (m module) diagnosed(t *testing.T, fset *token.FileSet, diagnostics []analysis.Diagnostic) []sighting {
	t.Helper()
	var list []sighting
	for _, d := range diagnostics {
		at := fset.Position(d.Pos)
		list = append(list, m.found(t, at.Filename, at.Line, at.Column, d.Message))
	}
	return list
}

func (m module) byGolangci(t *testing.T) []sighting {
	t.Helper()
	out, err := m.golangci(t, "")
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var report struct {
		Issues []struct {
			FromLinter, Text string
			Pos              token.Position
		}
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var list []sighting
	for _, issue := range report.Issues {
		if issue.FromLinter != "gracelint" {
			t.Errorf("%s reports %q", issue.FromLinter, issue.Text)
		}
		analyzer, text, _ := strings.Cut(issue.Text, ": ") // which it puts before each
		if !strings.HasSuffix(analyzer, "(related information)") {
			list = append(list, m.found(t, issue.Pos.Filename, issue.Pos.Line, issue.Pos.Column, text))
		}
	}
	return list
}

// golangci runs a golangci-lint that has the plugin, and returns what it prints. more is a line for the plugin's
// configuration.
func (m module) golangci(t *testing.T, more string) (string, error) {
	t.Helper()
	golangci, err := exec.LookPath("custom-gcl")
	if err != nil {
		need.Missing(t, "custom-gcl is not on PATH: .ci/golangci builds it, from these sources")
	}
	write(t, m.dir, ".golangci.yml", fmt.Sprintf(`version: "2"
linters:
  default: none
  enable: [gracelint]
  settings:
    custom:
      gracelint:
        type: module
        %s
issues: {max-issues-per-linter: 0, max-same-issues: 0, uniq-by-line: false}
`, more))
	cmd := m.command(golangci, "run", "--issues-exit-code=0", "--show-stats=false", "--output.json.path=stdout", "./...")
	cmd.Env = append(cmd.Env, "GOLANGCI_LINT_CACHE="+t.TempDir()) // its own would outlive a change of the plugin
	out, err := cmd.Output()
	return string(out) + stderr(err), err
}

func stderr(err error) string {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return string(exit.Stderr)
	}
	return ""
}

// A vetUnit is one package as the go command hands it to an analysis tool.
type vetUnit struct {
	ID, VetxOutput string

	config string // the file that says so
}

// unitsIn returns the packages that were not cached when go vet ran with that folder for its work.
func unitsIn(t *testing.T, tmp string) []vetUnit {
	t.Helper()
	configs, err := filepath.Glob(filepath.Join(tmp, "*", "*", "vet.cfg"))
	if err != nil {
		t.Fatal(err)
	}
	var units []vetUnit
	for _, config := range configs {
		content, err := os.ReadFile(config)
		if err != nil {
			t.Fatal(err)
		}
		unit := vetUnit{config: config}
		if err := json.Unmarshal(content, &unit); err != nil {
			t.Fatal(err)
		}
		units = append(units, unit)
	}
	return units
}

// analyzeAgain returns what a second process writes for the package's importers.
func (u vetUnit) analyzeAgain(t *testing.T, vettool string) []byte {
	t.Helper()
	content, err := os.ReadFile(u.config)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	output := filepath.Join(dir, "vet.out")
	var config map[string]any
	if err := json.Unmarshal(content, &config); err != nil {
		t.Fatal(err)
	}
	config["VetxOutput"] = output
	if content, err = json.Marshal(config); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "vet.cfg", string(content))
	cmd := exec.Command(vettool, "-json", filepath.Join(dir, "vet.cfg"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", u.ID, err, out)
	}
	facts, err := os.ReadFile(output)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}
