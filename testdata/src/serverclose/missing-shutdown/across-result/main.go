// A package makes the servers; this program starts three and stops two of them.
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

	"serverclose/missing-shutdown/across-result/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	api, admin, events := server.New(":8080"), server.New(":8081"), server.New(":8082")
	go serve(api)
	go server.Serve(admin)
	go server.Serve(events) // want `serverclose/missing-shutdown/across-result/server \(server\.go:\d+\).*\(serverclose/missing-shutdown\)`
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	api.Shutdown(shutdownCtx)
	server.Stop(shutdownCtx, admin)
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}
