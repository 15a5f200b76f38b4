// Packages that serve operators only: strict, as in the program itself.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"serverclose/unstoppable/across-side/metrics"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go metrics.Serve(":9090") // strict: unstoppable
	<-ctx.Done()
}
