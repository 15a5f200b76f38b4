// Package ways names uncatchable signals in each way that is seen. SIGTERM is caught too: so they merely do nothing.
package ways

import (
	"os"
	"os/signal"
	"syscall"
)

const constant = syscall.SIGSTOP

var (
	list   = []os.Signal{syscall.SIGTERM, os.Kill} // want `os.Kill can be neither caught nor ignored`
	config = struct{ signals []os.Signal }{
		signals: []os.Signal{syscall.SIGKILL, syscall.SIGTERM}, // want `syscall.SIGKILL can be neither caught nor ignored`
	}
)

func ways(c chan os.Signal) {
	signal.Notify(c, syscall.SIGTERM, os.Kill) // want `os.Kill can be neither caught nor ignored, so naming it here does nothing; take it out \(signalnotify/uncatchable\)`
	signal.Notify(c, os.Interrupt, constant)   // want `signal \d+ can be neither caught nor ignored`
	signal.Notify(c, syscall.Signal(9))        // want `SIGKILL can be neither`
	signal.Notify(c, list...)
	signal.Notify(c, list...) // once a place, not once a use
	signal.Notify(c, config.signals...)
	signal.Notify(c, otherFile...)
	signal.Ignore(syscall.SIGKILL, syscall.SIGHUP) // want `syscall.SIGKILL can be neither`

	variable := os.Kill // want `os.Kill can be neither`
	signal.Notify(c, variable)

	grown := []os.Signal{os.Interrupt}
	grown = append(grown, syscall.SIGSTOP) // want `syscall.SIGSTOP can be neither`
	signal.Notify(c, grown...)

	for _, sig := range []os.Signal{os.Interrupt, os.Kill} { // want `os.Kill can be neither`
		signal.Notify(c, sig)
	}
}
