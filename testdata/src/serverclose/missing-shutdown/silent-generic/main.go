// Servers that a generic type of another package stops: only main knows of which type they are.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"serverclose/missing-shutdown/silent-generic/stops"
)

type server struct{ http *http.Server }

func (s *server) Stop(ctx context.Context) error { return s.http.Shutdown(ctx) }

func main() {
	ctx, done := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer done()
	var servers stops.List[*server]
	for _, addr := range []string{":8080", ":8081"} {
		s := &server{&http.Server{Addr: addr}}
		servers.Add(s)
		go func() { log.Print(s.http.ListenAndServe()) }()
	}
	<-ctx.Done()
	stopCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := servers.Stop(stopCtx); err != nil {
		log.Print(err)
	}
}
