// The framework calls what starts and what stops the servers: main leads to neither.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"
)

func main() {
	fx.New(fx.Invoke(dies, exits, passes, unstopped)).Run()
}

func dies(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); err != nil {
					log.Fatal(err) // want `log.Fatal ends the process as soon as the graceful stop of this http.Server begins`
				}
			}()
			return nil
		},
		OnStop: func(ctx context.Context) error { return srv.Shutdown(ctx) },
	})
}

func exits(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":8081"}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				log.Print(srv.ListenAndServe())
				os.Exit(1) // want `os.Exit ends the process as soon as the graceful stop of this http.Server begins`
			}()
			return nil
		},
		OnStop: srv.Shutdown,
	})
}

func passes(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":8082"}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() {
				if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
					log.Fatal(err)
				}
			}()
			return nil
		},
		OnStop: srv.Shutdown,
	})
}

// There is no stop that the exit would cut short.
func unstopped(lc fx.Lifecycle) {
	srv := &http.Server{Addr: ":8083"}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			go func() { log.Fatal(srv.ListenAndServe()) }() // want `missing-shutdown`
			return nil
		},
	})
}
