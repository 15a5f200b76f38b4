// A manager, and a supervisor, run what they are given, which never stops its server.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/thejerf/suture/v4"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/manager"
)

type service struct{ addr string }

func (s service) Serve(ctx context.Context) error {
	srv := &http.Server{Addr: s.addr}
	return srv.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`
}

func main() {
	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{})
	if err != nil {
		panic(err)
	}
	mgr.Add(manager.RunnableFunc(func(ctx context.Context) error {
		srv := &http.Server{Addr: ":8080"}
		return srv.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`
	}))
	go mgr.Start(ctrl.SetupSignalHandler())

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	sup := suture.NewSimple("services")
	sup.Add(service{":8081"})
	sup.Serve(ctx)
}
