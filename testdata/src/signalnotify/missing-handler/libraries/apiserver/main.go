// SetupSignalContext catches SIGTERM.
package main

import (
	"log"

	"k8s.io/apiserver/pkg/server"
)

func main() {
	var s server.GenericAPIServer
	if err := s.PrepareRun().RunWithContext(server.SetupSignalContext()); err != nil {
		log.Print(err)
	}
}
