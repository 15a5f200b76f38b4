// Whatever comes is passed on to the child process, which decides.
package main

import (
	"log"
	"os"
	"os/exec"
	"os/signal"
)

func main() {
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	signals := make(chan os.Signal, 16)
	signal.Notify(signals)
	go func() {
		for sig := range signals {
			cmd.Process.Signal(sig)
		}
	}()
	if err := cmd.Wait(); err != nil {
		log.Fatal(err)
	}
}
