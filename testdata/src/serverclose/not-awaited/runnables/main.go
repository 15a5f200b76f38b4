// A manager waits till Start of what it is given has returned, which is when Shutdown begins.
package main

import (
	"context"
	"net/http"
	"time"

	ctrl "sigs.k8s.io/controller-runtime"
)

type web struct{ addr string }

func (w *web) Start(ctx context.Context) error {
	s := &http.Server{Addr: w.addr}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		s.Shutdown(limit) // want `\(serverclose/not-awaited\)`
	}()
	return s.ListenAndServe()
}

func main() {
	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{})
	if err != nil {
		panic(err)
	}
	mgr.Add(&web{":8080"})
	mgr.Start(ctrl.SetupSignalHandler())
}
