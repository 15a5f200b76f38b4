// A manager, and a supervisor, wait for what they are given, which waits for its stop.
package main

import (
	"context"
	"net/http"
	"time"

	"github.com/thejerf/suture/v4"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/manager"
)

type web struct{ addr string }

func (w *web) Start(ctx context.Context) error {
	s := &http.Server{Addr: w.addr}
	errs := make(chan error, 1)
	go func() { errs <- s.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		return drain(s)
	}
}

func (w *web) NeedLeaderElection() bool { return false }

func drain(s *http.Server) error {
	limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return s.Shutdown(limit)
}

// runnable makes something that has Start of a function.
type runnable[T any] struct {
	of  T
	run func(T, context.Context) error
}

func (r runnable[T]) Start(ctx context.Context) error { return r.run(r.of, ctx) }
func (r runnable[T]) Serve(ctx context.Context) error { return r.run(r.of, ctx) }

func serve(s *http.Server, ctx context.Context) error {
	drained := make(chan error, 1)
	go func() {
		<-ctx.Done()
		drained <- drain(s)
	}()
	if err := s.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return <-drained
}

func main() {
	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{})
	if err != nil {
		panic(err)
	}
	ctx := ctrl.SetupSignalHandler()
	for _, r := range []manager.Runnable{&web{":8080"}, runnable[*http.Server]{&http.Server{Addr: ":8081"}, serve}} {
		if err := mgr.Add(r); err != nil {
			panic(err)
		}
	}
	mgr.Add(manager.RunnableFunc(func(ctx context.Context) error {
		return serve(&http.Server{Addr: ":8082"}, ctx)
	}))

	sup := suture.NewSimple("services")
	sup.Add(runnable[*http.Server]{&http.Server{Addr: ":8083"}, serve})
	ended := sup.ServeBackground(ctx)
	mgr.Start(ctx)
	<-ended
}
