// The supervisor waits for what it is given.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"github.com/thejerf/suture/v4"
)

type service struct{ http.Server }

func (s *service) Serve(ctx context.Context) error {
	go s.ListenAndServe()
	<-ctx.Done()
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.Shutdown(limit)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	sup := suture.NewSimple("services")
	sup.Add(&service{http.Server{Addr: ":8080"}})
	inner := suture.NewSimple("more services")
	inner.Add(&service{http.Server{Addr: ":8081"}})
	sup.Add(inner)
	sup.Serve(ctx)
}
