// Package silent hands stops contexts that live, or only may be done, with the help of other packages.
package silent

import (
	"context"
	"errors"
	"net/http"
	"time"

	"serverclose/dead-context/across/contexts"
	"serverclose/dead-context/across/server"
)

func fresh(ctx context.Context, srv *http.Server) error {
	contexts.Wait(ctx)
	limited, cancel := contexts.Fresh(ctx, 10*time.Second)
	defer cancel()
	return srv.Shutdown(limited)
}

func mayBeDone(ctx context.Context, srv *http.Server, errs chan error) error {
	err := contexts.WaitOrFail(ctx, errs)
	return errors.Join(err, srv.Shutdown(ctx))
}

// The method waits for the context itself, and gives the stop another one.
func waitsItself(ctx context.Context, s *server.Server) {
	go s.Serve()
	<-ctx.Done()
	s.StopAfter(ctx)
}

func another(ctx context.Context, s *server.Server) {
	contexts.Wait(ctx)
	limited, cancel := contexts.Within(context.Background(), 10*time.Second)
	defer cancel()
	s.Stop(limited)
}

func notYet(ctx context.Context, s *server.Server) {
	s.Stop(ctx)
	contexts.Wait(ctx)
}

// As a webhook's server does it: the context is shadowed by a fresh one, and the stop is waited for.
func shadowed(ctx context.Context, srv *http.Server) error {
	idleConnsClosed := make(chan struct{})
	go func() {
		<-ctx.Done()
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if err := srv.Shutdown(ctx); err != nil {
			panic(err)
		}
		close(idleConnsClosed)
	}()
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		return err
	}
	<-idleConnsClosed
	return nil
}
