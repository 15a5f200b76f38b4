// Package ways registers stops inside the goroutine that then serves, in each way that is seen.
package ways

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

func goroutine(ctx context.Context) {
	var stops []func(context.Context) error
	go func() {
		srv := &http.Server{Addr: ":8080"}
		stops = append(stops, srv.Shutdown) // want `\(serverclose/late-registration\)`
		srv.ListenAndServe()
	}()
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, stop := range stops {
		stop(shutdownCtx)
	}
}

// Servers, rather than functions that stop them; in a loop.
func servers(ctx context.Context, addrs []string) {
	var servers []*http.Server
	for _, addr := range addrs {
		go func() {
			srv := &http.Server{Addr: addr}
			servers = append(servers, srv) // want `\(serverclose/late-registration\)`
			srv.ListenAndServe()
		}()
	}
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, srv := range servers {
		srv.Shutdown(shutdownCtx)
	}
}

func groups(ctx context.Context) error {
	var closers []func()
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		lis, err := net.Listen("tcp", ":9090")
		if err != nil {
			return err
		}
		srv := grpc.NewServer()
		closers = append(closers, func() { stop(srv) }) // want `\(serverclose/late-registration\)`
		return srv.Serve(lis)
	})
	g.Go(func() error {
		<-ctx.Done()
		for _, c := range closers {
			c()
		}
		return nil
	})
	return g.Wait()
}

func stop(srv *grpc.Server) {
	timer := time.AfterFunc(10*time.Second, srv.Stop)
	defer timer.Stop()
	srv.GracefulStop()
}

// The list is a field, the goroutine a method.

type app struct {
	stops []func(context.Context) error
	wg    sync.WaitGroup
}

func (a *app) run(ctx context.Context) {
	a.wg.Go(a.serve)
	<-ctx.Done()
	a.close()
}

func (a *app) serve() {
	srv := &http.Server{Addr: ":8080"}
	a.stops = append(a.stops, srv.Shutdown) // want `\(serverclose/late-registration\)`
	srv.ListenAndServe()
}

func (a *app) close() {
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, stop := range a.stops {
		stop(shutdownCtx)
	}
	a.wg.Wait()
}

// A method of the package appends.

func (a *app) runAdmin(ctx context.Context) {
	go func() {
		srv := &http.Server{Addr: ":8081"}
		a.onStop(srv.Shutdown)
		srv.ListenAndServe()
	}()
	<-ctx.Done()
	a.close()
}

func (a *app) onStop(f func(context.Context) error) {
	a.stops = append(a.stops, f) // want `\(serverclose/late-registration\)`
}
