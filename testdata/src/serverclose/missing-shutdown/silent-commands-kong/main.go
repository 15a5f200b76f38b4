// Commands of kong.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

type globals struct{ Verbose bool }

type serve struct {
	Addr string `default:":8080"`
}

func (c *serve) Run(g *globals) error {
	s := &server{&http.Server{Addr: c.Addr}}
	return s.serve(context.Background())
}

type version struct{}

func (version) Run() error {
	log.Print("1.0")
	return nil
}

var cli struct {
	globals

	Serve   serve   `cmd:"" help:"Serve orders."`
	Version version `cmd:""`
}

func main() {
	ctx := kong.Parse(&cli, kong.Name("orders"))
	err := ctx.Run(&cli.globals)
	ctx.FatalIfErrorf(err)
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
