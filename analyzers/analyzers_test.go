package analyzers_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
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
	"github.com/gracelint/gracelint/testdata/want"
	"golang.org/x/tools/go/analysis"
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

// TestFixtures wants of each package in a family's folder the findings that its comments want, no others, and of the
// fixes what stands in its golden files.
func TestFixtures(t *testing.T) {
	t.Parallel()
	for _, family := range families {
		for _, path := range shared().paths(family.analyzer.Name) {
			t.Run(path, func(t *testing.T) {
				t.Parallel()
				f := shared().get(t, path)
				checkWants(t, f, by(family.analyzer, asText().analyze(t, f)))
				checkGolden(t, f, findings(t, by(family.analyzer, asJSON().analyze(t, f))))
			})
		}
	}
}

// TestStrangers holds services of several packages in the styles of many people against all families: nothing is said of
// the one that is good, and of its copy that is broken in one place, what its comment wants.
func TestStrangers(t *testing.T) {
	t.Parallel()
	for _, path := range shared().paths("strangers") {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			f := shared().get(t, path)
			checkWants(t, f, by(nil, asText().analyze(t, f)))
		})
	}
}

func TestIgnoreCommentsThatAreWrongByThemselvesAreReported(t *testing.T) {
	t.Parallel()
	for _, f := range shared().under(t, "gracelint/ignore") {
		found := by(lifecycle.Analyzer, asText().analyze(t, f))
		for _, fact := range asText().driver.packageFacts(t, f.types) { // such comments change nothing of what importers are told
			found = append(found, analysis.Diagnostic{Pos: f.files[0].FileStart, Message: fmt.Sprintf("package: %v", fact)})
		}
		checkWants(t, f, found)
	}
}

// checkWants wants the diagnostics that the package's comments want.
func checkWants(t *testing.T, f *fixture, found []analysis.Diagnostic) {
	t.Helper()
	for i, file := range f.files {
		name := filepath.Join(f.Dir, f.GoFiles[i])
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var here []want.Seen
		for _, d := range found {
			if file.FileStart <= d.Pos && d.Pos < file.FileEnd {
				at := fset.Position(d.Pos)
				here = append(here, want.Seen{Line: at.Line, Column: at.Column, Text: d.Message})
			}
		}
		want.CheckSeen(t, name, src, here)
	}
}

// checkGolden makes the edits of the fixes, each once though several fixes have it, and compares.
func checkGolden(t *testing.T, f *fixture, found []gracelint.Finding) {
	t.Helper()
	edits := map[string][]gracelint.Edit{}
	for _, finding := range found {
		if finding.Strict || finding.Ignored != nil {
			continue
		}
		for _, fix := range finding.Fixes {
			for _, e := range fix.Edits {
				if !slices.Contains(edits[e.Path], e) {
					edits[e.Path] = append(edits[e.Path], e)
				}
			}
		}
	}
	for _, name := range f.GoFiles {
		path := filepath.Join(f.Dir, name)
		golden, err := os.ReadFile(path + ".golden")
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue // that there is a fix is of no interest there
		case err != nil:
			t.Fatal(err)
		case len(edits[path]) == 0:
			t.Errorf("%s: there is no fix", path)
			continue
		}
		fixed, err := format.Source(apply(t, path, edits[path]))
		if err != nil {
			t.Fatalf("%s: what the fixes make of it: %v", path, err)
		}
		if formatted, err := format.Source(golden); err != nil {
			t.Fatal(err)
		} else if !bytes.Equal(fixed, formatted) {
			t.Errorf("%s: the fixes make of it\n%s", path, fixed)
		}
	}
}

// How long a stop may take is for its author to say, and whether what a wait waits for ends: go vet -fix and golangci-lint must not.
func TestAnUnsafeFixGoesToTheCommandAlone(t *testing.T) {
	t.Parallel()
	for bad, wants := range map[string][]string{
		"serverclose/dead-context/bad": {
			"\t\"time\"\n",
			"\tshutdownCtx, cancelShutdown := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)\n\tdefer cancelShutdown()\n\tif err := srv.Shutdown(shutdownCtx); err != nil {",
		},
		"serverclose/discarded-stop/bad": {
			"\tselect {\n\tcase <-jobs.Stop().Done():\n\tcase <-time.After(10 * time.Second):\n\t} // want",
		},
		"serverclose/fatal-on-close/bad": {"!errors.Is(err, http.ErrServerClosed)"},
		"wggo/early-done/bad":            {"defer wg.Done()"},
		"wggo/done-in-go/bad":            nil,
	} {
		f := shared().get(t, bad)
		family := serverclose.Analyzer
		if strings.HasPrefix(bad, wggo.Analyzer.Name) {
			family = wggo.Analyzer
		}
		for _, diagnostic := range by(family, asText().analyze(t, f)) {
			if len(diagnostic.SuggestedFixes) > 0 {
				t.Errorf("%s: go vet would offer %q", bad, diagnostic.SuggestedFixes[0].Message)
			}
		}
		found := findings(t, by(family, asJSON().analyze(t, f)))
		if len(found) != 1 || len(found[0].Fixes) != 1 || found[0].Fixes[0].Safe {
			t.Fatalf("%s: want one finding with an unsafe fix, got %+v", bad, found)
		}
		fixed, err := format.Source(apply(t, found[0].Path, found[0].Fixes[0].Edits))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(string(fixed), want) {
				t.Errorf("%s: the fix does not write %q:\n%s", bad, want, fixed)
			}
		}
	}
}

func TestTheAdviceOnAStopWithoutALimitIsForItsMethod(t *testing.T) {
	t.Parallel()
	seen := map[bool]bool{}
	for _, f := range findings(t, asJSON().analyzeAll(t, serverclose.Analyzer, shared().under(t, "serverclose/unbounded-stop"))) {
		if f.Rule == "serverclose/unbounded-stop" {
			grpc := strings.Contains(f.Message, "GracefulStop")
			seen[grpc] = true
			if strings.Contains(f.Advice, "srv.Stop") != grpc || strings.Contains(f.Advice, "context.WithTimeout") == grpc {
				t.Errorf("%s:%d: %s", f.Path, f.Line, f.Text())
			}
		}
	}
	if !seen[true] || !seen[false] {
		t.Error("the fixtures lack one of the methods")
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

// The command gets every finding, strict ones too. The line of a strict one says so in a comment, since the hosts for
// which `want` is made do not print it:
//
//	go http.ListenAndServe(":6060", nil) // strict: unstoppable
func TestTheCommandGetsEveryFinding(t *testing.T) {
	t.Parallel()
	fixtures := shared().under(t, "signalnotify", "serverclose", "wggo")
	for _, family := range families {
		name := family.analyzer.Name
		found := findings(t, asJSON().analyzeAll(t, family.analyzer, fixtures))
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
			for _, f := range fixtures {
				for _, file := range f.files {
					addStrictComments(wanted, file)
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

func addStrictComments(wanted map[string]bool, file *ast.File) {
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

// findings decodes what an analyzer says to the command.
func findings(t *testing.T, diagnostics []analysis.Diagnostic) []gracelint.Finding {
	t.Helper()
	var found []gracelint.Finding
	for _, diagnostic := range diagnostics {
		var message lifecycle.Message
		if err := json.Unmarshal([]byte(diagnostic.Message), &message); err != nil {
			t.Fatalf("%q is no message: %v", diagnostic.Message, err)
		}
		found = append(found, *message.Finding)
	}
	return found
}
