// Package silent names SIGKILL where that is right.
package silent

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func end(cmd *exec.Cmd, process *os.Process) {
	cmd.Process.Kill()
	process.Signal(os.Kill)
	syscall.Kill(process.Pid, syscall.SIGKILL)
}

func reset() { signal.Reset(os.Kill) }

// Received, not registered.
func received(c chan os.Signal) bool {
	signal.Notify(c, syscall.SIGTERM)
	return <-c == os.Kill
}
