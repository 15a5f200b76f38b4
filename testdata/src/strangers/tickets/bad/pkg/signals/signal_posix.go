package signals

import (
	"os"
	"syscall"
)

var shutdownSignals = []os.Signal{os.Interrupt, syscall.SIGKILL} // want `\(signalnotify/uncatchable\)`
