// Commands of ff, one added later.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/peterbourgon/ff/v4"
)

type command struct {
	*ff.Command
	srv server
}

func newCommand(parent *ff.Command) *command {
	c := &command{srv: server{&http.Server{Addr: ":8080"}}}
	c.Command = &ff.Command{Name: "serve", Exec: c.exec}
	parent.Subcommands = append(parent.Subcommands, c.Command)
	return c
}

func (c *command) exec(ctx context.Context, args []string) error { return c.srv.serve(ctx) }

func main() {
	root := &ff.Command{Name: "orders"}
	newCommand(root)
	if err := root.ParseAndRun(context.Background(), os.Args[1:]); err != nil {
		log.Fatal(err)
	}
}

type server struct {
	*http.Server
}

func (s *server) serve(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	errs := make(chan error, 1)
	go func() { errs <- s.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
	}
	return s.Shutdown(context.WithoutCancel(ctx)) // strict: unbounded-stop
}
