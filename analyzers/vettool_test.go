package analyzers_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A chain of four packages: the program starts a server, and three packages below it, past the one hop that go vet
// shows facts of, somebody may catch SIGTERM. analysistest shows facts at any distance, so only the go command tells.
var chain = map[string]string{
	"go.mod": "module example.com/chain\n\ngo 1.26\n",
	"main.go": `package main

import (
	"net/http"

	"example.com/chain/app"
)

func main() {
	app.Prepare()
	srv := &http.Server{Addr: ":8080"}
	srv.ListenAndServe()
}
`,
	"app/app.go": `package app

import "example.com/chain/server"

func Prepare() { server.Prepare() }
`,
	"server/server.go": `package server

import "example.com/chain/signals"

func Prepare() { signals.Catch() }
`,
	"signals/signals.go": `package signals

func Catch() {}
`,
}

const catches = `package signals

import (
	"os"
	"os/signal"
	"syscall"
)

func Catch() { signal.Notify(make(chan os.Signal, 1), syscall.SIGTERM) }
`

func TestGoVetSeesThatAPackageThreeBelowCatchesSigterm(t *testing.T) {
	dir := writeModule(t, chain)
	vettool := buildVettool(t)
	const missing = "this program serves (http.Server on line 12) and catches no SIGTERM"
	if out := goVet(t, dir, vettool); !strings.Contains(out, "main.go:12:") || !strings.Contains(out, missing) {
		t.Errorf("nobody catches SIGTERM, and go vet says:\n%s", out)
	}
	write(t, dir, "signals/signals.go", catches)
	if out := goVet(t, dir, vettool); strings.Contains(out, missing) {
		t.Errorf("a package below catches SIGTERM, and go vet says:\n%s", out)
	}
}

func TestGoVetReportsNothingInDependencies(t *testing.T) {
	dir := writeModule(t, chain)
	write(t, dir, "go.mod", chain["go.mod"]+"\nrequire example.com/kill v1.0.0\n")
	write(t, dir, "vendor/modules.txt", "# example.com/kill v1.0.0\n## explicit\nexample.com/kill\n")
	write(t, dir, "vendor/example.com/kill/kill.go", strings.NewReplacer("package signals", "package kill", "syscall.SIGTERM", "syscall.SIGKILL").Replace(catches))
	write(t, dir, "signals/signals.go", "package signals\n\nimport \"example.com/kill\"\n\nfunc Catch() { kill.Catch() }\n")
	if out := goVet(t, dir, buildVettool(t)); !strings.Contains(out, "main.go:12:") || strings.Contains(out, "vendor/") {
		t.Errorf("go vet says:\n%s", out)
	}
}

// cgo hands the tool files of its own making, where an edit would fall on the wrong bytes.
func TestGoVetFindsAndDoesNotFixWhatUsesCgo(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("cgo needs gcc")
	}
	const src = `package main

// int one() { return 1; }
import "C"

import (
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, int(C.one()))
	signal.Notify(c, os.Interrupt, os.Kill)
	<-c
}
`
	dir := writeModule(t, map[string]string{"go.mod": chain["go.mod"], "main.go": src})
	vettool := buildVettool(t)
	if out := goVet(t, dir, vettool); !strings.Contains(out, "main.go:13:") || !strings.Contains(out, "os.Kill can never be caught") {
		t.Errorf("go vet says:\n%s", out)
	}
	goVet(t, dir, vettool, "-fix")
	after, err := os.ReadFile(filepath.Join(dir, "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	if string(after) != src {
		t.Errorf("go vet -fix made of it:\n%s", after)
	}
}

func buildVettool(t *testing.T) string {
	t.Helper()
	vettool := filepath.Join(t.TempDir(), "gracelint")
	if runtime.GOOS == "windows" {
		vettool += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", vettool, "../cmd/gracelint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return vettool
}

// goVet returns what go vet prints of the module with no other tool than vettool. It fails when it finds something.
func goVet(t *testing.T, dir, vettool string, flags ...string) string {
	t.Helper()
	cmd := exec.Command("go", append(append([]string{"vet", "-vettool=" + vettool}, flags...), "./...")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatal(err)
	}
	return string(out)
}

func writeModule(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		write(t, dir, name, text)
	}
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
