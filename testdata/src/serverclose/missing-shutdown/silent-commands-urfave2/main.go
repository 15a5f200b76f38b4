// Commands of cli v2: one in a package variable, below another, added as the package is initialized.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli/v2"
)

var app = &cli.App{Name: "orders"}

var serveCommand = &cli.Command{
	Name:   "serve",
	Action: func(c *cli.Context) error { return serve(c.Context) },
}

func init() {
	run := &cli.Command{Name: "run", Subcommands: []*cli.Command{serveCommand}}
	app.Commands = append(app.Commands, run)
}

func main() {
	if err := app.RunContext(context.Background(), os.Args); err != nil {
		log.Fatal(err)
	}
}

func serve(parent context.Context) error {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
		srv.Shutdown(context.Background()) // strict: unbounded-stop
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	<-done
	return nil
}
