// An action of kingpin.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kingpin/v2"
)

func configure(app *kingpin.Application) {
	s := &server{&http.Server{Addr: ":8080"}}
	app.Command("serve", "Serve orders.").Action(s.action)
}

func (s *server) action(*kingpin.ParseContext) error { return s.serve(context.Background()) }

func main() {
	app := kingpin.New("orders", "")
	configure(app)
	kingpin.MustParse(app.Parse(os.Args[1:]))
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
