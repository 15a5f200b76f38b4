//go:build !unix

package process

import "os/exec"

// Elsewhere a program cannot be interrupted, and has no group that could be ended with it.

func lead(*exec.Cmd) {}

func interrupt(cmd *exec.Cmd) error { return cmd.Process.Kill() }

func kill(*exec.Cmd) {}
