// Package across hands dead contexts to stops with the help of other packages.
package across

import (
	"context"
	"net/http"
	"time"

	"serverclose/dead-context/across/contexts"
	"serverclose/dead-context/across/server"
)

// The context that the function returns is done: its cancel was deferred there.
func returned(srv *http.Server) error {
	return srv.Shutdown(contexts.Limit()) // want `\(serverclose/dead-context\)`
}

func returnedTwo(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	limited, cancel := contexts.Within(ctx, 10*time.Second)
	defer cancel()
	return srv.Shutdown(limited) // want `\(serverclose/dead-context\)`
}

// The function returns when the context is done.
func waited(ctx context.Context, srv *http.Server) error {
	go srv.ListenAndServe()
	contexts.Wait(ctx)
	return srv.Shutdown(ctx) // want `\(serverclose/dead-context\)`
}

// The stop lies behind a function, or a method, of another package.
func stopped(ctx context.Context, srv *http.Server) error {
	go srv.ListenAndServe()
	<-ctx.Done()
	return server.Stop(ctx, srv) // want `\(serverclose/dead-context\)`
}

func stoppedByMethod(ctx context.Context, s *server.Server) {
	go s.Serve()
	<-ctx.Done()
	s.Stop(ctx) // want `\(serverclose/dead-context\)`
}

func stoppedByMethodValue(ctx context.Context, s *server.Server) {
	stop := s.Stop
	go s.Serve()
	contexts.Wait(ctx)
	stop(ctx) // want `\(serverclose/dead-context\)`
}

func deferred(ctx context.Context, s *server.Server) {
	defer s.Stop(ctx) // want `\(serverclose/dead-context\)`
	go s.Serve()
	<-ctx.Done()
}

// The wait and the stop lie both in another package.
func all(s *server.Server) {
	ctx, stop := contexts.Signal()
	defer stop()
	go s.Serve()
	contexts.Wait(ctx)
	s.Stop(ctx) // want `\(serverclose/dead-context\)`
}
