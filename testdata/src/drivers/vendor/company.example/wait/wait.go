// Package wait is a dependency: what it does counts for the programs that call it, and nothing is reported in it.
package wait

import (
	"os"
	"os/signal"
	"syscall"
)

// ForEnd returns when the program is to stop.
func ForEnd() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM, os.Kill)
	<-c
}

// ForCtrlC returns when somebody presses Ctrl-C.
func ForCtrlC() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, os.Kill)
	<-c
}
