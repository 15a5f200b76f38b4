// Package process runs programs that start others, such as the go command, so that all of them end when the run does:
// what outlives its parent works on for nobody.
package process

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"strings"
	"time"
)

// grace is how long a program that was interrupted has for tidying up. With it, a run ends within a second of its
// signal.
const grace = 300 * time.Millisecond

// Command is [exec.CommandContext] for a program in a process group of its own, which is interrupted when ctx ends. Whoever
// starts it calls [Wait].
func Command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	lead(cmd)
	cmd.Cancel = func() error { return interrupt(cmd) }
	cmd.WaitDelay = grace
	return cmd
}

// Wait waits for a command of [Command]. When ctx has ended, nothing of the group is left after it.
func Wait(ctx context.Context, cmd *exec.Cmd) error {
	err := cmd.Wait()
	if ctx.Err() != nil {
		kill(cmd) // those that the command has left behind, or that hear no interrupt
		return ctx.Err()
	}
	return err
}

// Output runs a command and returns what it prints. The error of one that fails is what it says of it.
func Output(ctx context.Context, cmd *exec.Cmd) ([]byte, error) {
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	err := Wait(ctx, cmd)
	if said := strings.Join(strings.Fields(stderr.String()), " "); err != nil && ctx.Err() == nil && said != "" {
		err = errors.New(said)
	}
	return stdout.Bytes(), err
}
