package analyzers_test

import (
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// cgo hands the tool files of its own making, where an edit would fall on the wrong bytes.
func TestGoVetFindsAndDoesNotFixWhatUsesCgo(t *testing.T) {
	t.Parallel()
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
	dir := t.TempDir()
	write(t, dir, "go.mod", "module example.com/cgo\n\ngo 1.26\n")
	write(t, dir, "main.go", src)
	vettool := buildVettool(t)
	if out := goVet(t, dir, vettool); !strings.Contains(out, "main.go:13:") || !strings.Contains(out, "(signalnotify/uncatchable)") {
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

// scratch is a folder for what tests share.
var scratch string

func TestMain(m *testing.M) {
	var err error
	if scratch, err = os.MkdirTemp("", "analyzers"); err != nil {
		log.Fatal(err)
	}
	status := m.Run()
	os.RemoveAll(scratch)
	os.Exit(status)
}

// folder returns one that is there until the last test has ended.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp(scratch, "")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var buildOnce struct {
	sync.Once
	vettool string
}

func buildVettool(t *testing.T) string {
	t.Helper()
	buildOnce.Do(func() {
		vettool := filepath.Join(folder(t), "gracelint")
		if runtime.GOOS == "windows" {
			vettool += ".exe"
		}
		if out, err := exec.Command("go", "build", "-o", vettool, "../cmd/gracelint").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		buildOnce.vettool = vettool
	})
	if buildOnce.vettool == "" {
		t.Fatal("the command does not build: another test says why")
	}
	return buildOnce.vettool
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
