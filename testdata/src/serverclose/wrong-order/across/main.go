// The database lies in one package, the server in another; the order is this program's.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"serverclose/wrong-order/across/server"
	"serverclose/wrong-order/across/store"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, err := store.Open()
	if err != nil {
		log.Fatal(err)
	}
	srv := server.New(":8080", s)
	go srv.Serve()
	<-ctx.Done()
	s.Close() // want `\(serverclose/wrong-order\)`
	srv.Stop()
}
