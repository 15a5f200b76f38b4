// A program of urfave/cli's: Action starts, After calls whatever was collected.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/urfave/cli/v2"
	"go.opentelemetry.io/otel/sdk/trace"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func main() {
	app := cli.NewApp()
	app.Name = "builder"
	var closers []func(context.Context) error
	app.Action = func(c *cli.Context) error {
		ctx, stop := signal.NotifyContext(c.Context, terminationSignals...)
		defer stop()

		tp := trace.NewTracerProvider()
		closers = append(closers, tp.Shutdown)
		debug := &http.Server{Addr: ":6060"}
		closers = append(closers, debug.Shutdown)
		go func() {
			if err := debug.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
				log.Print(err)
			}
		}()

		lis, err := net.Listen("tcp", ":1234")
		if err != nil {
			return err
		}
		server := grpc.NewServer()
		errs := make(chan error, 1)
		go func() {
			var g errgroup.Group
			g.Go(func() error { return server.Serve(lis) })
			errs <- g.Wait()
		}()
		select {
		case err = <-errs:
		case <-ctx.Done():
			err = context.Cause(ctx)
		}
		timer := time.AfterFunc(10*time.Second, server.Stop)
		defer timer.Stop()
		server.GracefulStop()
		return err
	}
	app.After = func(*cli.Context) (err error) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		for _, c := range closers {
			err = errors.Join(err, c(ctx))
		}
		return err
	}
	if err := app.Run(os.Args); err != nil {
		log.Fatal(err)
	}
}
