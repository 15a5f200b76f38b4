// Package silent has a | where that is right.
package silent

import (
	"os"
	"os/signal"
	"syscall"
)

func flags(c chan os.Signal) (*os.File, error) {
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
	return os.OpenFile("log", os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
}

// A set of signals, a bit each.
func mask() uint64 {
	return 1<<uint(syscall.SIGINT) | 1<<uint(syscall.SIGTERM)
}

// A status of 128 and the signal, as shells give it.
func status(sig syscall.Signal) int { return 128 | int(sig) }

// Real-time signals count from a first one.
func realTime(c chan os.Signal) {
	const first = syscall.Signal(34)
	signal.Notify(c, first+1)
}

// No signal is registered with what they are.
func asked(sig os.Signal) bool {
	return sig == syscall.SIGINT || sig == syscall.SIGTERM
}
