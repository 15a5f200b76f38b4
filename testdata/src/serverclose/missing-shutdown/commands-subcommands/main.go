// A command of google/subcommands.
package main

import (
	"context"
	"flag"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/google/subcommands"
)

type serveCmd struct{ addr string }

func (*serveCmd) Name() string                { return "serve" }
func (*serveCmd) Synopsis() string            { return "serve orders" }
func (*serveCmd) Usage() string               { return "serve" }
func (c *serveCmd) SetFlags(fs *flag.FlagSet) { fs.StringVar(&c.addr, "addr", ":80", "") }
func (c *serveCmd) Execute(ctx context.Context, _ *flag.FlagSet, _ ...any) subcommands.ExitStatus {
	if err := (&server{&http.Server{Addr: c.addr}}).serve(ctx); err != nil {
		return subcommands.ExitFailure
	}
	return subcommands.ExitSuccess
}

func main() {
	subcommands.Register(subcommands.HelpCommand(), "")
	subcommands.Register(&serveCmd{}, "")
	flag.Parse()
	os.Exit(int(subcommands.Execute(context.Background())))
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
