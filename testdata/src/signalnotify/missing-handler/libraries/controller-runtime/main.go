// SetupSignalHandler catches SIGTERM.
package main

import (
	"log"

	"sigs.k8s.io/controller-runtime"
)

func main() {
	manager, err := controllerruntime.NewManager(controllerruntime.GetConfigOrDie(), controllerruntime.Options{})
	if err != nil {
		log.Fatal(err)
	}
	if err := manager.Start(controllerruntime.SetupSignalHandler()); err != nil {
		log.Print(err)
	}
}
