// The program stops its application, which cuts what it serves.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/abrupt-stop/across/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := app.New(":8080")
	if err := a.Start(); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	a.Stop() // want `serverclose/abrupt-stop/across/app \(app\.go:\d+\).*\(serverclose/abrupt-stop\)`
}
