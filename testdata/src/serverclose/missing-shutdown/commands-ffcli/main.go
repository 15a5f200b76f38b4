// Commands of ffcli.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/peterbourgon/ff/v3/ffcli"
)

func main() {
	var serve server
	serve.Server = &http.Server{Addr: ":8080"}
	root := &ffcli.Command{
		Subcommands: []*ffcli.Command{
			{Name: "serve", Exec: func(ctx context.Context, _ []string) error { return serve.serve(ctx) }},
		},
		Exec: func(context.Context, []string) error { return nil },
	}
	if err := root.Parse(os.Args[1:]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	if err := root.Run(context.Background()); err != nil {
		os.Exit(1)
	}
}

type server struct {
	*http.Server
}

func (s *server) serve(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	errs := make(chan error, 1)
	go func() { errs <- s.ListenAndServe() }() // want `nothing ever calls Shutdown on this http.Server.*serverclose/missing-shutdown`
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
	}
	return nil
}
