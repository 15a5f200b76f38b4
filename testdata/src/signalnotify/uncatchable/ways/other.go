package ways

import (
	"os"
	"syscall"
)

var otherFile = []os.Signal{
	os.Interrupt,
	syscall.SIGTERM,
	os.Kill, // want `os.Kill can be neither`
}
