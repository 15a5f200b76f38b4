// Package ignored shows what ignore comments silence: findings on their own line, or, alone, on the next one.
package ignored

import (
	"os"
	"os/signal"
	"syscall"
)

func ignored(c chan os.Signal) {
	signal.Notify(c, syscall.SIGTERM, os.Kill) //gracelint:ignore signalnotify/uncatchable shows the reader what cannot be caught

	//gracelint:ignore wggo/early-done,signalnotify/uncatchable several rules are one list
	signal.Notify(c, syscall.SIGTERM, os.Kill)

	signal.Notify(
		c,
		os.Kill, //gracelint:ignore signalnotify/uncatchable within a statement too
		syscall.SIGTERM,
	)
}

func notIgnored(c chan os.Signal) {
	//gracelint:ignore wggo/early-done another rule
	signal.Notify(c, syscall.SIGTERM, os.Kill) // want `os.Kill can be neither`

	//gracelint:ignore signalnotify/uncatchable not the line after the next

	signal.Notify(c, syscall.SIGTERM, os.Kill) // want `os.Kill can be neither`

	_ = c                                      //gracelint:ignore signalnotify/uncatchable not the next line, when it has code before it
	signal.Notify(c, syscall.SIGTERM, os.Kill) // want `os.Kill can be neither`
}
