// Servers that other packages of the program stop, each in another way.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"serverclose/missing-shutdown/across-stopped/lifecycle"
	"serverclose/missing-shutdown/across-stopped/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	// Kept as stops, by a function that calls them.
	var stops lifecycle.Stops
	collected := server.New(":8080")
	stops.Add(collected.Stop)
	go collected.Serve()

	// Started and stopped through an interface.
	group := lifecycle.Group{server.New(":8081"), server.New(":8082")}
	group.Start()

	// Given to a function that stops it.
	given := &http.Server{Addr: ":8083"}
	go serve(given)

	// Embedded, so that main has its methods.
	own := &app{Server: server.New(":8084")}
	go own.Serve()

	// Stopped by the package when the context is done; the program waits for it.
	wait := server.Run(ctx, ":8085")

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	stops.Call(shutdownCtx)
	group.Stop(shutdownCtx)
	lifecycle.Shutdown(shutdownCtx, given)
	own.Stop(shutdownCtx)
	wait()
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

type app struct{ *server.Server }
