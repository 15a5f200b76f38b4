// A library is given the context, or one derived from it, and may wait for its end.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v3"
)

type key struct{}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	cmd := &cli.Command{
		Action: func(ctx context.Context, _ *cli.Command) error {
			go srv.ListenAndServe()
			<-ctx.Done()
			return srv.Shutdown(context.WithoutCancel(ctx))
		},
	}
	cmd.Run(context.WithValue(ctx, key{}, "orders"), os.Args)
}
