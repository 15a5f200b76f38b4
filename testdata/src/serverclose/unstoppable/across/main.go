// A package serves in a way that leaves no handle.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/unstoppable/across/app"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		if err := app.Run(":8080"); err != nil { // want `serverclose/unstoppable/across/server \(server\.go:\d+\).*\(serverclose/unstoppable\)`
			log.Fatal(err)
		}
	}()
	engine := app.NewEngine()
	go engine.Run(":8081") // want `gin.Engine.Run leaves no handle.*\(serverclose/unstoppable\)`
	<-ctx.Done()
}
