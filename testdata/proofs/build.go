package proofs

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gracelint/gracelint/testdata"
)

// module pins the libraries that the examples use, and lies in the folder build.
const module = "github.com/gracelint/gracelint/testdata/proofs/build"

// build makes one binary of all examples, since linking each by itself takes a second and more. It runs the example
// that its first argument names; the second is the address to listen on. With tidy set it writes go.mod and go.sum anew.
func build(t *testing.T, tidy bool) string {
	t.Helper()
	dir := t.TempDir()
	root, err := filepath.Abs(folder + "/build")
	if err != nil {
		t.Fatal(err)
	}
	// An overlay lets the go command see the sources in the module's own folder: in another one at each run, it would
	// compile all of them again.
	overlay := struct{ Replace map[string]string }{map[string]string{}}
	put := func(name, content string) {
		source := filepath.Join(dir, fmt.Sprintf("%d.go", len(overlay.Replace)))
		write(t, source, content)
		overlay.Replace[filepath.Join(root, filepath.FromSlash(name))] = source
	}
	put("pq/pq.go", read(t, "testdata/src/github.com/lib/pq/pq.go"))

	var imports, entries strings.Builder
	for i, p := range proofs {
		for _, kind := range []string{"bad", "good"} {
			name := p.rule + "/" + kind
			example, err := testdata.Example(p.rule, kind)
			if err != nil {
				t.Fatal(err)
			}
			put(name+"/main.go", callable(t, name, example))
			put(name+"/addr.go", "package example\n\nimport \"os\"\n\nvar listenAddr = os.Args[2]\n")
			fmt.Fprintf(&imports, "\t%s%d %q\n", kind, i, module+"/"+name)
			fmt.Fprintf(&entries, "\t%q: %s%d.Main,\n", name, kind, i)
		}
	}
	put("main.go", fmt.Sprintf(`package main

import (
	"os"
	"time"

	%q
%s)

var programs = map[string]func(){
	"watch": func() { watch.Print(os.Args[2]) },
%s}

func main() {
	time.AfterFunc(time.Minute, func() { os.Exit(3) }) // a test that is cut off leaves nothing running
	programs[os.Args[1]]()
}
`, module+"/watch", &imports, &entries))

	replaced, err := json.Marshal(overlay)
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(dir, "overlay.json")
	write(t, list, string(replaced))
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command("go", args...)
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	if tidy {
		run("mod", "tidy", "-overlay", list)
	}
	bin := filepath.Join(dir, "examples")
	run("build", "-overlay", list, "-buildvcs=false", "-ldflags=-s -w", "-o", bin, ".")
	return bin
}

// address matches where the examples listen.
var address = regexp.MustCompile(`":\d{4}"`)

// callable makes a package of the example: main becomes Main, and the address is the one that the program is given.
func callable(t *testing.T, name, example string) string {
	t.Helper()
	example = address.ReplaceAllString(example, "listenAddr")
	example = strings.ReplaceAll(example, `"github.com/lib/pq"`, `"`+module+`/pq"`)
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, example, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	file.Name.Name = "example"
	for _, decl := range file.Decls {
		if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "main" {
			f.Name.Name = "Main"
		}
	}
	var b bytes.Buffer
	if err := format.Node(&b, fset, file); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
