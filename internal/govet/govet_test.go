package govet

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
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
`
	want := map[string]string{
		"example.com/m/a":   `a/a.go:3:13: cannot use "a"`,
		"example.com/m/b":   "vet: b/b_test.go:3:13: undefined: x",
		"example.com/m/c":   "c/c_test.go:1:1: undefined: y",
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
