// Command quotes serves prices of shares. What runs it is generic in the server.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
	"services/quotes/internal/prices"
	"services/quotes/internal/service"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

func run(ctx context.Context) error {
	book := prices.NewBook[prices.Cents]()
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		return err
	}

	web := &http.Server{Addr: ":8080", Handler: book}
	rpc := grpc.NewServer()
	book.Register(rpc)

	g, ctx := errgroup.WithContext(ctx)
	service.Go(ctx, g, service.Service[*http.Server]{
		Server: web,
		Serve:  (*http.Server).ListenAndServe,
		Stop:   (*http.Server).Shutdown,
		Limit:  10 * time.Second,
	})
	service.Go(ctx, g, service.Service[*grpc.Server]{
		Server: rpc,
		Serve:  func(s *grpc.Server) error { return s.Serve(lis) },
		Stop: func(s *grpc.Server, _ context.Context) error {
			s.GracefulStop()
			return nil
		},
		Limit: 10 * time.Second,
	})
	return g.Wait()
}
