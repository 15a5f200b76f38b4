// A server under urfave/cli.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"
)

func main() {
	app := &cli.App{
		Name: "shop",
		Commands: []*cli.Command{
			{Name: "serve", Action: serve},
			{Name: "migrate", Action: func(c *cli.Context) error { log.Print(c.String("dir")); return nil }},
		},
	}
	if err := app.Run(os.Args); err != nil {
		log.Fatal(err)
	}
}

func serve(c *cli.Context) error {
	srv := &http.Server{Addr: ":8080"}
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGINT, syscall.SIGTERM)
	stopped := make(chan error, 1)
	go func() {
		<-sigs
		ctx, cancel := context.WithTimeout(c.Context, 10*time.Second)
		defer cancel()
		stopped <- srv.Shutdown(ctx)
	}()
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		return err
	}
	return <-stopped
}
