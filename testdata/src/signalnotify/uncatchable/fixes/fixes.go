// Package fixes shows what the fix makes of each.
package fixes

import (
	"os"
	"os/signal"
)

func first(c chan os.Signal) {
	signal.Notify(c, os.Kill, os.Interrupt) // want `os.Kill can never be caught`
}

var list = []os.Signal{
	os.Interrupt,
	os.Kill, // want `os.Kill can never be caught`
}

func spread(c chan os.Signal) {
	signal.Notify(c, list...)
}
