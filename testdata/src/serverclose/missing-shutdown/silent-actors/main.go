// Actors: whichever returns first has all others interrupted. One of them waits for the signal.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/oklog/run"
)

func main() {
	web := &handler{srv: &http.Server{Addr: ":9090"}}
	var g run.Group
	{
		term := make(chan os.Signal, 1)
		signal.Notify(term, os.Interrupt, syscall.SIGTERM)
		cancel := make(chan struct{})
		g.Add(
			func() error {
				select {
				case <-term:
					log.Print("got a signal")
				case <-cancel:
				}
				return nil
			},
			func(error) { close(cancel) },
		)
	}
	{
		hup := make(chan os.Signal, 1)
		signal.Notify(hup, syscall.SIGHUP)
		cancel := make(chan struct{})
		g.Add(
			func() error {
				for {
					select {
					case <-hup:
						log.Print("reloading")
					case <-cancel:
						return nil
					}
				}
			},
			func(error) { close(cancel) },
		)
	}
	{
		ctxWeb, cancelWeb := context.WithCancel(context.Background())
		g.Add(
			func() error { return web.run(ctxWeb) },
			func(error) { cancelWeb() },
		)
	}
	if err := g.Run(); err != nil {
		log.Print(err)
		os.Exit(1)
	}
}

type handler struct{ srv *http.Server }

// run serves until ctx is done, and returns when open requests have ended.
func (h *handler) run(ctx context.Context) error {
	errs := make(chan error, 1)
	go func() { errs <- h.srv.ListenAndServe() }()
	select {
	case err := <-errs:
		if errors.Is(err, http.ErrServerClosed) {
			return nil
		}
		return err
	case <-ctx.Done():
		shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return h.srv.Shutdown(shutdownCtx)
	}
}
