package main

import (
	"os"
	"syscall"
)

var signals = []os.Signal{
	syscall.SIGINT,
	syscall.SIGTERM,
	syscall.SIGPIPE, // want `\(signalnotify/stops-on-noise\)`
	syscall.SIGCHLD, // want `\(signalnotify/stops-on-noise\)`
}
