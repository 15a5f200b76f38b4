// Package httpserver serves the bills.
package httpserver

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"time"

	"go.uber.org/fx"
	"services/billing/internal/bills"
)

// New returns the server.
func New(handler *bills.Handler) *http.Server {
	mux := http.NewServeMux()
	mux.Handle("GET /bills/{customer}", handler)
	return &http.Server{Addr: ":8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
}

// Start ties the server to the application's life.
func Start(lc fx.Lifecycle, shutdowner fx.Shutdowner, srv *http.Server) {
	lc.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			lis, err := new(net.ListenConfig).Listen(ctx, "tcp", srv.Addr)
			if err != nil {
				return err
			}
			go func() {
				if err := srv.Serve(lis); !errors.Is(err, http.ErrServerClosed) {
					log.Printf("http: %v", err)
					shutdowner.Shutdown()
				}
			}()
			return nil
		},
		OnStop: func(ctx context.Context) error {
			return srv.Shutdown(ctx)
		},
	})
}
