// A logger takes what it is given, and has no part in who waits.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-logr/logr"
	"google.golang.org/grpc/grpclog"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	log := logr.FromContextOrDiscard(ctx).WithName("web")
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		log.Info("stopping", "addr", srv.Addr)
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(limit); err != nil { // want `\(serverclose/not-awaited\)`
			log.Error(err, "not everything is answered")
			grpclog.Errorf("%v", err)
		}
	}()
	srv.ListenAndServe()
}
