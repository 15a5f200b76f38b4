//go:build unix

package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/gracelint/gracelint"
)

// Each program of testdata/fixes has, in the shape that its last folder names, the fault of the rule that the folders
// above name. It is mended as the JSON says, built, and sent SIGTERM in the middle of its jobs. One below safe then ends
// in time with its jobs done, and nothing more is said of the fault. One below unsafe shows why a fix must not be called
// safe in that shape: it would run on until SIGKILL.
func TestASafeFixLeavesAProgramThatStopsWithItsWorkDone(t *testing.T) {
	dir := t.TempDir()
	check(t, os.CopyFS(dir, os.DirFS("../../testdata/fixes")))
	write(t, filepath.Join(dir, "go.mod"), "module example.com/fixes\n\ngo 1.25\n")
	mains, err := fs.Glob(os.DirFS(dir), "*/*/*/*/main.go")
	check(t, err)

	offered := map[string][]gracelint.Edit{} // by file
	for _, f := range findingsOf(t, dir) {
		if f.Rule != ruleOf(f.Path) {
			continue
		}
		if len(f.Fixes) != 1 || f.Fixes[0].Safe != strings.HasPrefix(f.Path, "safe/") {
			t.Fatalf("%s:%d: the fixes are %+v", f.Path, f.Line, f.Fixes)
		}
		offered[f.Path] = append(offered[f.Path], f.Fixes[0].Edits...)
	}
	for _, main := range mains {
		if offered[main] == nil {
			t.Fatalf("%s: %s is not found", main, ruleOf(main))
		}
		mend(t, filepath.Join(dir, main), offered[main])
	}
	for _, f := range findingsOf(t, dir) {
		if f.Rule == ruleOf(f.Path) {
			t.Errorf("%s:%d: the fix leaves this: %s", f.Path, f.Line, f.Message)
		}
	}
	for _, main := range mains {
		program := filepath.Join(dir, filepath.Dir(main), "program")
		build := exec.Command("go", "build", "-ldflags=-s -w", "-o", program, "./"+filepath.Dir(main))
		build.Dir = dir
		if out, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", main, err, out)
		}
		t.Run(filepath.Dir(main), func(t *testing.T) {
			t.Parallel()
			ended, status, out := stopInTheMiddle(t, program)
			switch {
			case strings.HasPrefix(main, "unsafe/"):
				if ended {
					t.Errorf("the mended program ends (%s), so it does not show that the fix is unsafe:\n%s", status, out)
				}
			case !ended || status != "exit status 0" || strings.Count(out, "job started") != strings.Count(out, "job done"):
				t.Errorf("the mended program ended: %v, %s, and printed\n%s", ended, status, out)
			}
		})
	}
}

// ruleOf returns the rule that the folders name.
func ruleOf(main string) string {
	return strings.Join(strings.Split(main, "/")[1:3], "/")
}

func findingsOf(t *testing.T, dir string) []gracelint.Finding {
	t.Helper()
	cmd := exec.Command(filepath.Join(bin, "gracelint"), "--format", "json", "--exit-zero", "./...")
	cmd.Dir = dir
	out, err := cmd.Output()
	var report struct{ Findings []gracelint.Finding }
	if err == nil {
		err = json.Unmarshal(out, &report)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return report.Findings
}

// mend makes the edits, from the end, so that offsets stay true. Two fixes may share one, such as an import.
func mend(t *testing.T, name string, edits []gracelint.Edit) {
	t.Helper()
	src, err := os.ReadFile(name)
	check(t, err)
	edits = slices.SortedStableFunc(slices.Values(edits), func(a, b gracelint.Edit) int { return cmp.Compare(b.Start, a.Start) })
	for _, edit := range slices.Compact(edits) {
		src = slices.Concat(src[:edit.Start], []byte(edit.New), src[edit.End:])
	}
	write(t, name, string(src))
}

// stopInTheMiddle sends SIGTERM while a job of 1 s runs, and says how the program took it. It is killed after 5 s.
func stopInTheMiddle(t *testing.T, program string) (ended bool, status, printed string) {
	t.Helper()
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "LISTEN=127.0.0.1:0")
	out := &output{}
	cmd.Stdout, cmd.Stderr = out, out
	check(t, cmd.Start())
	exited := make(chan struct{})
	go func() {
		cmd.Wait() // what it returns stands in ProcessState
		close(exited)
	}()
	for deadline := time.Now().Add(20 * time.Second); !strings.Contains(out.String(), "job started") && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	time.Sleep(300 * time.Millisecond) // it may register after that
	cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-exited:
		ended = true
	case <-time.After(5 * time.Second):
		cmd.Process.Kill()
		<-exited
	}
	return ended, cmd.ProcessState.String(), out.String()
}

// output keeps what a program prints.
type output struct {
	mu    sync.Mutex
	bytes bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.bytes.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.bytes.String()
}
