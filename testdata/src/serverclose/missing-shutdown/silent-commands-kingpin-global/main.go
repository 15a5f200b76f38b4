// An action of the command line that kingpin has by itself.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kingpin/v2"
)

var serving = kingpin.Command("serve", "Serve orders.").Action(run)

func run(*kingpin.ParseContext) error {
	s := &server{Server: &http.Server{Addr: ":8080"}}
	return s.serve(context.Background())
}

func main() {
	switch kingpin.Parse() {
	case serving.FullCommand():
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
