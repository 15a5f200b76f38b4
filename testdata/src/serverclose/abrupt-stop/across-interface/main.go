// What is stopped is an interface's: the finding stands where main comes to it.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"serverclose/abrupt-stop/across-interface/run"
	"serverclose/abrupt-stop/across-interface/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	run.All(ctx, []run.Runner{web.New()}) // want `Close in serverclose/abrupt-stop/across-interface/web \(web.go:13\)`
}
