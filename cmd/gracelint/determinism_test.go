package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The same input gives the same bytes, however many things are done at once: notices too, for which the go command gives
// several reasons in varying order.
func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	check(t, os.CopyFS(dir, os.DirFS(demo)))
	const imports = "import (\n\t_ \"a.example/%[1]s1\"\n\t_ \"a.example/%[1]s2\"\n\t_ \"a.example/%[1]s3\"\n\t_ \"a.example/all\"\n)\n"
	for _, name := range []string{"a", "b", "c"} {
		check(t, os.MkdirAll(filepath.Join(dir, "broken", name), 0o777))
		for _, file := range []string{"x", "y"} {
			content := fmt.Sprintf("package "+name+"\n\n"+imports, name+file)
			check(t, os.WriteFile(filepath.Join(dir, "broken", name, file+".go"), []byte(content), 0o666))
		}
	}
	check(t, os.Mkdir(filepath.Join(dir, "broken", "d"), 0o777))
	check(t, os.WriteFile(filepath.Join(dir, "broken", "d", "d.go"), []byte("package d\n\nimport (\n\t_ \"example.com/m/broken/a\"\n\t_ \"example.com/m/broken/b\"\n\t_ \"example.com/m/broken/c\"\n)\n"), 0o666))
	check(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/m\n\ngo 1.26\n"), 0o666))
	page := filepath.Join(t.TempDir(), "page.html")
	for name, test := range map[string]struct {
		args []string
		runs int
	}{
		"text":          {nil, 10},
		"JSON":          {[]string{"--format", "json", "--strict"}, 2},
		"timeline":      {[]string{"timeline"}, 2},
		"timeline JSON": {[]string{"timeline", "--json"}, 2},
		"timeline HTML": {[]string{"timeline", "--html", page}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var first []byte
			for run := range test.runs {
				cmd := exec.Command(filepath.Join(bin, "gracelint"), test.args...)
				cmd.Dir = dir
				cmd.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", 1+run%4))
				printed, err := cmd.Output()
				if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) {
					t.Fatalf("it ends with %v", err)
				}
				if name == "timeline HTML" {
					content, err := os.ReadFile(page)
					check(t, err)
					printed = append(printed, content...)
				}
				if run == 0 {
					first = printed
				} else if !bytes.Equal(printed, first) {
					t.Fatalf("run %d prints\n%s\nand the first\n%s", run, printed, first)
				}
			}
		})
	}
}
