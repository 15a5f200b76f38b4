//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/need"
)

// Each run is sent a signal in one of its phases. It has to end, with all that it has started and all that lay in the
// folder for temporary files, and to say what was found until then.
func TestASignalEndsEveryPhase(t *testing.T) {
	need.Tools(t, "sh", "git")
	const stubborn = "#!/bin/sh\ntrap '' INT TERM\nsleep 60 &\necho $$ $! >\"$MARK\"\nwait\n"
	const slowTool = "#!/bin/sh\ncase $* in *-V=full*) exec \"$@\";; esac\ntrap '' INT TERM\nsleep 60 &\necho $$ $! >\"$MARK\"\nwait\n"
	for _, test := range []struct {
		name   string
		args   []string
		files  map[string]string // beside a Dockerfile with a fault, and a main package
		signal syscall.Signal
		finds  bool // the fault is found before the signal comes
	}{
		{name: "git, which hangs", files: map[string]string{"bin/git": stubborn}, signal: syscall.SIGTERM},
		{name: "the go command, which hangs", files: map[string]string{"bin/go": stubborn}, signal: syscall.SIGINT, finds: true},
		// Or what analyses a package: the go command proper starts both.
		{name: "a compiler", files: map[string]string{"slow": slowTool}, signal: syscall.SIGTERM, finds: true},
		{name: "a compiler, as JSON", args: []string{"--format", "json"}, files: map[string]string{"slow": slowTool}, signal: syscall.SIGTERM, finds: true},
		{name: "a compiler, for the timeline", args: []string{"timeline"}, files: map[string]string{"slow": slowTool}, signal: syscall.SIGINT, finds: true},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir, tmp := t.TempDir(), t.TempDir()
			mark := filepath.Join(t.TempDir(), "started")
			test.files["Dockerfile"] = "FROM debian:12\nCMD app\n"
			test.files["pod.yaml"] = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: web}]}\n"
			test.files["go.mod"] = "module example.com/" + strconv.Itoa(os.Getpid()) + "/m\n\ngo 1.26\n" // not in the cache
			test.files["main.go"] = "package main\n\nfunc main() {}\n"
			for name, content := range test.files {
				write(t, filepath.Join(dir, name), content)
			}
			git(t, dir, "init", "-q")
			cmd := exec.Command(filepath.Join(bin, "gracelint"), append(test.args, ".")...)
			cmd.Dir = dir
			cmd.Env = append(os.Environ(), "MARK="+mark, "TMPDIR="+tmp, "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"))
			if test.files["slow"] != "" {
				cmd.Env = append(cmd.Env, "GOFLAGS=-toolexec="+filepath.Join(dir, "slow"))
			}
			var stdout, stderr bytes.Buffer
			cmd.Stdout, cmd.Stderr = &stdout, &stderr
			check(t, cmd.Start())
			pids := started(t, mark, &stderr)
			took := endBy(t, cmd, test.signal)
			if status := cmd.ProcessState.ExitCode(); status != 128+int(test.signal) {
				t.Errorf("exit status %d, want %d\n%s", status, 128+int(test.signal), &stderr)
			}
			if took > 1500*time.Millisecond { // a second, and what a busy machine takes
				t.Errorf("it takes %v", took)
			}
			for _, pid := range pids {
				if isAlive(pid) {
					_ = syscall.Kill(pid, syscall.SIGKILL)
					t.Errorf("a process that it has started is left")
				}
			}
			if left, _ := os.ReadDir(tmp); len(left) > 0 {
				t.Errorf("%s is left in the folder for temporary files", left[0].Name())
			}
			said := stdout.String()
			if !test.finds {
				return
			}
			if len(test.args) == 0 {
				for _, want := range []string{"Dockerfile:2:5: error: ", "not checked: the run was interrupted (" + test.signal.String() + " signal received): this is what was found until then"} {
					if !strings.Contains(said, want) {
						t.Errorf("it does not print %q:\n%s", want, said)
					}
				}
			}
			if len(test.args) == 1 && !strings.Contains(said, "image web (pod.yaml:4)") {
				t.Errorf("the timeline does not tell of what was read:\n%s", said)
			}
			if len(test.args) == 2 {
				var report struct {
					Findings []gracelint.Finding
					Notices  []gracelint.Notice
				}
				check(t, json.Unmarshal(stdout.Bytes(), &report))
				if len(report.Findings) != 1 || len(report.Notices) != 1 || report.Notices[0].Kind != gracelint.Failed || !strings.Contains(report.Notices[0].Message, "interrupted") {
					t.Errorf("it prints %s", said)
				}
			}
		})
	}
	t.Run("the standard input, which never ends", func(t *testing.T) {
		t.Parallel()
		cmd := exec.Command(filepath.Join(bin, "gracelint"), "-")
		stdin, err := cmd.StdinPipe()
		check(t, err)
		defer stdin.Close()
		check(t, cmd.Start())
		time.Sleep(300 * time.Millisecond)
		endBy(t, cmd, syscall.SIGTERM)
		if status := cmd.ProcessState.ExitCode(); status != 143 {
			t.Errorf("exit status %d", status)
		}
	})
	t.Run("the standard output, which nobody reads", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		for i := range 400 {
			write(t, filepath.Join(dir, fmt.Sprint(i), "Dockerfile"), "FROM debian:12\nCMD app\n")
		}
		cmd := exec.Command(filepath.Join(bin, "gracelint"), dir)
		read, written, err := os.Pipe()
		check(t, err)
		defer read.Close()
		cmd.Stdout = written
		check(t, cmd.Start())
		written.Close()
		if _, err := read.Read(make([]byte, 1)); err != nil { // it prints
			t.Fatal(err)
		}
		time.Sleep(300 * time.Millisecond)
		endBy(t, cmd, syscall.SIGINT)
		if status := cmd.ProcessState.ExitCode(); status != 130 {
			t.Errorf("exit status %d", status)
		}
	})
}

// started waits for a file that lists processes, and returns their IDs.
func started(t *testing.T, mark string, stderr *bytes.Buffer) (pids []int) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		content, _ := os.ReadFile(mark)
		for _, field := range strings.Fields(string(content)) {
			pid, err := strconv.Atoi(field)
			check(t, err)
			pids = append(pids, pid)
		}
		if strings.HasSuffix(string(content), "\n") {
			return pids
		}
		pids = nil
	}
	t.Fatalf("it starts nothing\n%s", stderr)
	return nil
}

// endBy ends a command by a signal, and returns how long that takes.
func endBy(t *testing.T, cmd *exec.Cmd, signal syscall.Signal) time.Duration {
	t.Helper()
	begin := time.Now()
	check(t, cmd.Process.Signal(signal))
	kill := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() < 0 {
		t.Errorf("it does not end: %v", err)
	}
	return time.Since(begin)
}

// isAlive reports whether the process runs, once it has had time to end.
func isAlive(pid int) bool {
	for range 100 {
		stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
		_, state, _ := strings.Cut(string(stat), ") ")
		if syscall.Kill(pid, 0) != nil || err == nil && strings.HasPrefix(state, "Z") {
			return false
		}
		time.Sleep(10 * time.Millisecond)
	}
	return true
}
