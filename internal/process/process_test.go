//go:build unix

package process

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gracelint/gracelint/testdata/need"
)

// Each script starts a child, says its process ID, and does with SIGINT what programs do.
func TestNothingOutlivesACommand(t *testing.T) {
	need.Tools(t, "sh")
	for name, script := range map[string]string{
		"the command and its child die of the signal":         "sleep 60 & echo $! >child; wait",
		"the command ends and leaves its child behind":        "trap 'exit 0' INT; (trap '' INT; exec sleep 60) & echo $! >child; wait",
		"neither hears the signal":                            "trap '' INT; sleep 60 & echo $! >child; wait",
		"the child holds the command's output":                "trap '' INT; sleep 60 & echo $! >child; exit 0",
		"a child that does not hear it has a child that does": "sh -c 'trap \"\" INT; sh -c \"trap - INT; exec sleep 60\" & echo $! >child; wait' & wait",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			cmd := Command(ctx, "sh", "-c", script)
			cmd.Dir = dir
			ended := make(chan error, 1)
			go func() {
				_, err := Output(ctx, cmd)
				ended <- err
			}()
			var child int
			for child == 0 {
				content, _ := os.ReadFile(filepath.Join(dir, "child"))
				child, _ = strconv.Atoi(strings.TrimSpace(string(content)))
				time.Sleep(5 * time.Millisecond)
			}
			cancel()
			select {
			case err := <-ended:
				if !errors.Is(err, context.Canceled) {
					t.Errorf("the error is %v", err)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("it does not end")
			}
			for end := time.Now().Add(5 * time.Second); syscall.Kill(child, 0) == nil && !isZombie(child); time.Sleep(5 * time.Millisecond) {
				if time.Now().After(end) {
					_ = syscall.Kill(child, syscall.SIGKILL)
					t.Fatal("the child lives on")
				}
			}
		})
	}
}

// isZombie reports whether the process has ended, and only waits for its parent to ask for its status.
func isZombie(pid int) bool {
	stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	_, state, _ := strings.Cut(string(stat), ") ")
	return err == nil && strings.HasPrefix(state, "Z")
}

func TestTheErrorOfACommandSaysWhatItSaid(t *testing.T) {
	need.Tools(t, "sh")
	for script, want := range map[string]string{
		"echo out; echo 'no such' >&2; echo toolchain >&2; exit 1": "no such toolchain",
		"exit 3": "exit status 3",
	} {
		if _, err := Output(context.Background(), Command(context.Background(), "sh", "-c", script)); err == nil || err.Error() != want {
			t.Errorf("%s: the error is %v, want %s", script, err, want)
		}
	}
	if out, err := Output(context.Background(), Command(context.Background(), "sh", "-c", "echo out; echo warning >&2")); err != nil || string(out) != "out\n" {
		t.Errorf("got %q, %v", out, err)
	}
}
