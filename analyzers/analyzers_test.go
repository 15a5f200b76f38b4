package analyzers_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/analyzers/serverclose"
	"github.com/gracelint/gracelint/analyzers/signalnotify"
	"github.com/gracelint/gracelint/analyzers/wggo"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// families holds each reporting analyzer and its rules. Its fixtures lie in testdata/src/<its name>/<rule>/<case>.
var families = []struct {
	analyzer *analysis.Analyzer
	rules    []*gracelint.Rule
}{
	{signalnotify.Analyzer, signalnotify.Rules},
	{serverclose.Analyzer, serverclose.Rules},
	{wggo.Analyzer, wggo.Rules},
}

func testdata(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestFindingsAreThoseThatTheFixturesWant(t *testing.T) {
	for _, family := range families {
		t.Run(family.analyzer.Name, func(t *testing.T) {
			analysistest.Run(t, testdata(t), family.analyzer, family.analyzer.Name+"/...")
		})
	}
}

func TestIgnoreCommentsThatAreWrongByThemselvesAreReported(t *testing.T) {
	analysistest.Run(t, testdata(t), lifecycle.Analyzer, "gracelint/ignore/...")
}

func TestSafeFixesGiveTheGoldenFiles(t *testing.T) {
	for _, family := range families {
		if pkgs := goldenPackages(t, family.analyzer.Name); len(pkgs) > 0 {
			analysistest.RunWithSuggestedFixes(t, testdata(t), family.analyzer, pkgs...)
		}
	}
}

// How long a stop may take is for its author to say: go vet -fix and golangci-lint must not.
func TestAnUnsafeFixGoesToTheCommandAlone(t *testing.T) {
	const bad = "serverclose/dead-context/bad"
	for _, result := range run(t, serverclose.Analyzer, bad) {
		for _, diagnostic := range result.Action.Diagnostics {
			if len(diagnostic.SuggestedFixes) > 0 {
				t.Errorf("go vet would offer %q", diagnostic.SuggestedFixes[0].Message)
			}
		}
	}
	setDriver(t, "true")
	defer setDriver(t, "false")
	found := findings(t, run(t, serverclose.Analyzer, bad))
	if len(found) != 1 || len(found[0].Fixes) != 1 || found[0].Fixes[0].Safe {
		t.Fatalf("want one finding with an unsafe fix, got %+v", found)
	}
	fixed, err := format.Source(apply(t, found[0].Path, found[0].Fixes[0].Edits))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\t\"time\"\n",
		"\tshutdownCtx, cancelShutdown := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)\n\tdefer cancelShutdown()\n\tif err := srv.Shutdown(shutdownCtx); err != nil {",
	} {
		if !strings.Contains(string(fixed), want) {
			t.Errorf("the fix does not write %q:\n%s", want, fixed)
		}
	}
}

// apply returns the file with the edits made.
func apply(t *testing.T, path string, edits []gracelint.Edit) []byte {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	edits = slices.SortedStableFunc(slices.Values(edits), func(a, b gracelint.Edit) int { return b.Start - a.Start })
	for _, edit := range edits { // from the end, so that offsets stay true
		src = slices.Concat(src[:edit.Start], []byte(edit.New), src[edit.End:])
	}
	return src
}

// goldenPackages lists the fixtures of a family that have a golden file.
func goldenPackages(t *testing.T, family string) []string {
	t.Helper()
	src := filepath.Join(testdata(t), "src")
	var pkgs []string
	err := filepath.WalkDir(filepath.Join(src, family), func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".golden") {
			pkg, relErr := filepath.Rel(src, filepath.Dir(path))
			if relErr != nil {
				return relErr
			}
			pkgs = append(pkgs, filepath.ToSlash(pkg))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(pkgs)
	return slices.Compact(pkgs)
}

// The command gets every finding, strict ones too. The line of a strict one says so in a comment, since the hosts for
// which `want` is made do not print it:
//
//	go http.ListenAndServe(":6060", nil) // strict: unstoppable
func TestTheCommandGetsEveryFinding(t *testing.T) {
	setDriver(t, "true")
	defer setDriver(t, "false")
	for _, family := range families {
		name := family.analyzer.Name
		results := run(t, family.analyzer, "signalnotify/...", "serverclose/...", "wggo/...")
		found := findings(t, results)
		for _, rule := range family.rules {
			t.Run(rule.ID+" finds its bad example", func(t *testing.T) {
				if !slices.ContainsFunc(found, func(f gracelint.Finding) bool {
					return f.Rule == rule.ID && f.Strict == rule.Strict && strings.Contains(f.Path, "/"+rule.ID+"/bad/")
				}) {
					t.Error("no finding")
				}
			})
		}
		t.Run(name+" leaves every good example alone", func(t *testing.T) {
			for _, f := range found { // another family's too: whoever copies one must not be told off
				if strings.Contains(f.Path, "/good/") {
					t.Errorf("%s:%d: %s", f.Path, f.Line, f.Text())
				}
			}
		})
		t.Run(name+" marks as strict what the fixtures name", func(t *testing.T) {
			wanted := map[string]bool{}
			for _, result := range results {
				for _, file := range result.Action.Package.Syntax {
					addStrictComments(wanted, result.Action.Package.Fset, file)
				}
			}
			for _, f := range found {
				family, rule, _ := strings.Cut(f.Rule, "/")
				at := place(f.Path, f.Line, rule)
				if f.Strict && strings.Contains(f.Path, "/"+family+"/") && !wanted[at] {
					t.Errorf("%s: unexpected strict finding: %s", at, f.Text())
				}
				if f.Strict {
					delete(wanted, at)
				}
			}
			for at := range wanted {
				if strings.Contains(at, "/"+name+"/") {
					t.Errorf("%s: no strict finding", at)
				}
			}
		})
	}
}

func addStrictComments(wanted map[string]bool, fset *token.FileSet, file *ast.File) {
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if rule, ok := strings.CutPrefix(comment.Text, "// strict: "); ok {
				at := fset.Position(comment.Pos())
				wanted[place(at.Filename, at.Line, rule)] = true
			}
		}
	}
}

func place(path string, line int, rule string) string {
	return fmt.Sprintf("%s:%d: %s", path, line, rule)
}

func TestFactsComeOutTheSameEachTime(t *testing.T) {
	first := encodedFacts(t)
	if len(first) == 0 {
		t.Fatal("there are no facts")
	}
	for path, fact := range encodedFacts(t) {
		if !bytes.Equal(fact, first[path]) {
			t.Errorf("%s: the go command would run every importer again", path)
		}
	}
}

// encodedFacts returns the fact of each package as it is written for its importers.
func encodedFacts(t *testing.T) map[string][]byte {
	t.Helper()
	encoded := map[string][]byte{}
	for _, result := range run(t, lifecycle.Analyzer, "signalnotify/missing-handler/...") {
		for _, fact := range result.Action.AllPackageFacts() {
			var b bytes.Buffer
			if err := gob.NewEncoder(&b).Encode(fact.Fact); err != nil {
				t.Fatal(err)
			}
			encoded[fact.Package.Path()] = b.Bytes()
		}
	}
	return encoded
}

// findings decodes what the analyzer says to the command.
func findings(t *testing.T, results []*analysistest.Result) []gracelint.Finding {
	t.Helper()
	var found []gracelint.Finding
	for _, result := range results {
		for _, diagnostic := range result.Action.Diagnostics {
			var message lifecycle.Message
			if err := json.Unmarshal([]byte(diagnostic.Message), &message); err != nil {
				t.Fatalf("%q is no message: %v", diagnostic.Message, err)
			}
			found = append(found, *message.Finding)
		}
	}
	return found
}

// setDriver sets the flag, which all tests share: they do not run in parallel.
func setDriver(t *testing.T, on string) {
	t.Helper()
	if err := lifecycle.Analyzer.Flags.Set("driver", on); err != nil {
		t.Fatal(err)
	}
}

// run runs the analyzer without a look at `want` comments.
func run(t *testing.T, a *analysis.Analyzer, patterns ...string) []*analysistest.Result {
	t.Helper()
	results := analysistest.Run(heedless{}, testdata(t), a, patterns...)
	if len(results) == 0 {
		t.Fatalf("%s match no package", patterns)
	}
	for _, result := range results {
		if result.Action.Err != nil {
			t.Fatal(result.Action.Err)
		}
	}
	return results
}

type heedless struct{}

func (heedless) Errorf(string, ...any) {}
