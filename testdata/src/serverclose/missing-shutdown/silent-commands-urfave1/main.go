// Commands of cli v1, in a list.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/urfave/cli"
)

func main() {
	app := cli.NewApp()
	app.Name = "orders"
	app.Commands = []cli.Command{
		{Name: "serve", Action: action},
		{Name: "version", Action: func(c *cli.Context) { log.Print("1.0") }},
	}
	if err := app.Run(os.Args); err != nil {
		log.Fatal(err)
	}
}

func action(c *cli.Context) error { return serve(context.Background()) }

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
