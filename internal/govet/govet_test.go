package govet

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
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
	d := decoder{run: r, seen: map[string]bool{}, lines: map[string][]string{}}
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
