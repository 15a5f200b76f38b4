// Command gracelint reads a repository and says what will make its services drop work when Kubernetes stops them.
//
// It has three faces. To go vet, which runs it with -V=full, -flags or a .cfg file, it is an analysis tool for one
// package; to everybody else it is the command, which runs itself through go vet for the Go code.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	if isVetUnit(os.Args[1:]) {
		vetUnit(os.Args)
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status)
}
