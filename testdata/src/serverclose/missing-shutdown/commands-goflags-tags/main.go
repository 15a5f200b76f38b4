// A command of go-flags that a tag names.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/jessevdk/go-flags"
)

type serveCommand struct {
	Listen string `long:"listen" default:":8080"`
}

func (c *serveCommand) Execute(args []string) error {
	s := server{&http.Server{Addr: c.Listen}}
	return s.serve(context.Background())
}

type options struct {
	Verbose bool         `short:"v"`
	Serve   serveCommand `command:"serve"`
}

func main() {
	var opts options
	if _, err := flags.Parse(&opts); err != nil {
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
