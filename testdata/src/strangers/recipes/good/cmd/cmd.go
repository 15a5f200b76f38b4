package cmd

import (
	"context"
	"net/http"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"strangers/recipes/good/pantry"
)

// Run parses the command line and does what it says.
func Run(ctx context.Context) error {
	c := &cobra.Command{Use: "recipes"}
	s := &serveCmd{}
	c.AddCommand(s.command())
	return c.ExecuteContext(ctx)
}

type serveCmd struct {
	addr    string
	workers int
}

func (s *serveCmd) command() *cobra.Command {
	c := &cobra.Command{Use: "serve", RunE: s.run}
	c.Flags().StringVar(&s.addr, "addr", ":8080", "")
	c.Flags().IntVar(&s.workers, "workers", 2, "")
	return c
}

func (s *serveCmd) run(cmd *cobra.Command, _ []string) error {
	ctx, stop := signal.NotifyContext(cmd.Context(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	p := pantry.New(64)
	srv := &http.Server{Addr: s.addr, Handler: p}

	var workers sync.WaitGroup
	for range s.workers {
		workers.Add(1)
		go func() {
			defer workers.Done()
			p.Cook()
		}()
	}

	drained := make(chan error, 1)
	context.AfterFunc(ctx, func() {
		wait, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		drained <- srv.Shutdown(wait)
	})

	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	err := <-drained
	p.Close() // no handler can put orders in any more
	workers.Wait()
	return err
}
