// The framework starts and stops what its hooks say, and catches the signal.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"

	"go.uber.org/fx"
)

func main() {
	fx.New(
		fx.Provide(http.NewServeMux, newServer),
		fx.Invoke(func(*http.Server) {}),
		fx.Invoke(admin),
	).Run()
}

func newServer(lc fx.Lifecycle, mux *http.ServeMux) *http.Server {
	srv := &http.Server{Addr: ":8080", Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			lis, err := net.Listen("tcp", srv.Addr)
			if err != nil {
				return err
			}
			go func() {
				if err := srv.Serve(lis); !errors.Is(err, http.ErrServerClosed) {
					log.Print(err)
				}
			}()
			return nil
		},
		OnStop: func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
	return srv
}

// The stop is a method value.
func admin(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":8081"}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go srv.ListenAndServe()
			return nil
		},
		OnStop: srv.Shutdown,
	})
}
