// Packages of this program exit: one on what it is given, the other on what its own server returns.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"serverclose/fatal-on-close/across-helper/must"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	api, admin := &http.Server{Addr: ":8080"}, &http.Server{Addr: ":8081"}
	go func() {
		must.Do(api.ListenAndServe()) // want `serverclose/fatal-on-close/across-helper/must \(must\.go:\d+\).*\(serverclose/fatal-on-close\)`
	}()
	go must.Serve(admin) // want `serverclose/fatal-on-close/across-helper/must \(must\.go:\d+\).*\(serverclose/fatal-on-close\)`

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, srv := range []*http.Server{api, admin} {
		if err := srv.Shutdown(shutdownCtx); err != nil {
			log.Print(err)
		}
	}
}
