package govet

import (
	"context"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/need"
)

func TestSplitPosition(t *testing.T) {
	for _, test := range []struct {
		in, path string
		line     int
		rest     string
	}{
		{"a.go:3:5: undefined: x", "a.go", 3, "undefined: x"},
		{"./b/a.go:3: expected ';'", "./b/a.go", 3, "expected ';'"},
		{"/abs/a.go:12:1: x: y: z", "/abs/a.go", 12, "x: y: z"},
		{"a.go:3:5", "a.go", 3, ""},
		{"", "", 0, ""},
		{"import cycle not allowed", "", 0, "import cycle not allowed"},
		{"go: no such tool", "", 0, "go: no such tool"},
	} {
		path, line, rest := splitPosition(test.in)
		if path != test.path || line != test.line || rest != test.rest {
			t.Errorf("splitPosition(%q) = %q, %d, %q", test.in, path, line, rest)
		}
	}
}

func TestBlocks(t *testing.T) {
	const stderr = `go: downloading example.com/x v1.0.0
# example.com/m/a
a/a.go:3:13: cannot use "a"
a/a.go:4:13: cannot use "b"
# example.com/m/b
# [example.com/m/b]
vet: b/b_test.go:3:13: undefined: x
# example.com/m/c [example.com/m/c.test]
c/c_test.go:1:1: undefined: y
# example.org/kafka
# [pkg-config --cflags -- rdkafka]
Package rdkafka was not found in the pkg-config search path.
# example.com/m/d
In file included from d/b.h:1,
                 from d/d.go:3:
d/c.h:1:2: error: #error deep
`
	want := map[string]string{
		"example.com/m/a":   `a/a.go:3:13: cannot use "a"`,
		"example.com/m/b":   "vet: b/b_test.go:3:13: undefined: x",
		"example.com/m/c":   "c/c_test.go:1:1: undefined: y",
		"example.com/m/d":   "d/c.h:1:2: error: #error deep",
		"example.org/kafka": "Package rdkafka was not found in the pkg-config search path.",
	}
	if got := blocks(stderr); !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestColumnsBecomeCodePoints(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.go")
	if err := os.WriteFile(name, []byte("package a\n/* größer */ x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := decoder{lines: map[string][]string{}}
	for _, test := range []struct{ line, column, want int }{
		{1, 9, 9},
		{2, 1, 1},
		{2, 16, 14}, // x, after two letters of two bytes
		{2, 99, 99}, // not in the file: left as it is
		{9, 3, 3},
		{0, 0, 0},
	} {
		if got := d.codePoints(name, test.line, test.column); got != test.want {
			t.Errorf("%d:%d becomes column %d, want %d", test.line, test.column, got, test.want)
		}
	}
	if got := d.codePoints("gone.go", 1, 7); got != 7 {
		t.Errorf("in a file that has gone, column 7 becomes %d", got)
	}
}

func TestWhatAnAnalyzerSaysOfItselfAndOfOtherFiles(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte("package a\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := &run{module: &Module{Dir: dir, Dirs: []string{dir}, Wants: func(string) bool { return true }}, path: "example.com/m", checked: map[string]bool{}, result: &Result{}}
	d := decoder{run: r, seen: map[string]bool{}, found: map[string]int{}, lines: map[string][]string{}}
	// Of a file that the package does not have, and of a device: it is told of the package, and neither is opened.
	elsewhere := `{\"finding\":{\"rule\":\"a/b\",\"path\":\"/dev/zero\",\"line\":3,\"column\":2,\"related\":[{\"path\":\"/dev/zero\",\"line\":1,\"column\":1}]}}`
	crash := `{\"crash\":\"gracelint itself failed\"}`
	printed := `{"example.com/m": {"lifecycle": [{"message": "` + crash + `"}, {"message": "` + elsewhere + `"}]}, "example.com/m [example.com/m.test]": {"lifecycle": [{"message": "` + crash + `"}]}}`
	if err := d.decode(strings.NewReader(printed)); err != nil {
		t.Fatal(err)
	}
	if n := r.result.Notices; len(n) != 1 || n[0].Message != "gracelint itself failed" || n[0].Path != dir || n[0].Kind != gracelint.Failed {
		t.Errorf("notices %+v", n)
	}
	if f := r.result.Findings; len(f) != 1 || f[0].Path != dir || f[0].Line != 0 || f[0].Related[0].Path != dir {
		t.Errorf("findings %+v", f)
	}
}

func TestWhyAPackageDoesNotLoad(t *testing.T) {
	own := func(pos, err string) *goError { return &goError{ImportStack: []string{"m/x", "m"}, Pos: pos, Err: err} }
	errs := []*goError{
		own("b.go:2:1", "b"), own("a.go:10:1", "tenth"), own("a.go:9:1", "ninth"), own("a.go:9:1", "the same, later"),
		{ImportStack: []string{"m", "m/x"}, Pos: "0.go:1:1", Err: "of what it imports"},
	}
	for range errs {
		errs = append(errs[1:], errs[0])
		p := goPackage{ImportPath: "m", DepsErrors: errs}
		if got := p.broken(); got.Err != "ninth" {
			t.Errorf("of %v: %s", errs, got.Err)
		}
	}
}

func TestAPackageThatDoesNotLoadIsBlamedForItsOwnErrorFirst(t *testing.T) {
	own, other := &goError{Err: "its own"}, &goError{Err: "of a package that it imports"}
	for _, test := range []struct {
		p    goPackage
		want *goError
	}{
		{goPackage{}, nil},
		{goPackage{Error: own}, own},
		{goPackage{DepsErrors: []*goError{other}}, other},
		{goPackage{Error: own, DepsErrors: []*goError{other}}, own},
	} {
		if got := test.p.broken(); got != test.want {
			t.Errorf("of %+v: %v, want %v", test.p, got, test.want)
		}
	}
}

func TestAPackageThatDoesNotLoadIsNamedWithThePlace(t *testing.T) {
	dir := t.TempDir()
	p := goPackage{ImportPath: "example.com/m/a", Dir: filepath.Join(dir, "a")}
	for _, test := range []struct {
		broken  goError
		path    string
		line    int
		message string
	}{
		{goError{Pos: "a/a.go:3:8", Err: "no such\n\tpackage"}, filepath.Join(dir, "a", "a.go"), 3, "package example.com/m/a: no such package"},
		{goError{Err: "import cycle"}, p.Dir, 0, "package example.com/m/a: import cycle"},
		{goError{Pos: "b/b.go:3:8", Err: "no such package", ImportStack: []string{p.ImportPath, "example.com/m/b"}}, p.Dir, 0,
			"package example.com/m/a: a package that it imports does not load: no such package"},
	} {
		r := &run{module: &Module{Dir: dir}, result: &Result{}}
		r.noticeBroken(p, &test.broken)
		want := gracelint.Notice{Kind: gracelint.Failed, Path: test.path, Line: test.line, Message: test.message}
		if got := r.result.Notices; len(got) != 1 || got[0] != want {
			t.Errorf("%+v gives %+v, want %+v", test.broken, got, want)
		}
	}
}

// What is no finding must not be taken for none, though go vet says nothing when it is asked again.
func TestAGoCommandThatPrintsSomethingElseIsAnError(t *testing.T) {
	need.Tools(t, "sh", "go")
	real, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	bin, dir := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		filepath.Join(bin, "go"):     "#!/bin/sh\nif [ \"$1\" = vet ]; then mkdir \"$0.once\" 2>/dev/null && echo surprise; exit 0; fi\nexec " + real + " \"$@\"\n",
		filepath.Join(dir, "go.mod"): "module example.com/m\n\ngo 1.26\n",
		filepath.Join(dir, "m.go"):   "package m\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	module := Module{Dir: dir, Patterns: []string{"./..."}, Wants: func(string) bool { return true }}
	if _, err := module.Check(context.Background(), func(string) {}); err == nil || !strings.Contains(err.Error(), "something other than findings") {
		t.Errorf("it gives %v", err)
	}
}
