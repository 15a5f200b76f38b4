// The context that carries a logger ends with the one that it is made of.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/go-logr/logr"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/log"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	ctx = log.IntoContext(logr.NewContext(ctx, ctrl.Log), ctrl.Log)
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-ctx.Done()
	srv.Shutdown(ctx) // want `\(serverclose/dead-context\)`
}
