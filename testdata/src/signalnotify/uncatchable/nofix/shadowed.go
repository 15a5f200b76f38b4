package nofix

import (
	"os"
	"os/signal"
)

func shadowed(c chan os.Signal, syscall string) {
	signal.Notify(c, os.Interrupt, os.Kill) // want `os.Kill can never be caught`
}
