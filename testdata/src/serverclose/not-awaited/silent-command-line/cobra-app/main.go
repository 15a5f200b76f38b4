// The commands are methods of an app.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

type app struct {
	server  *http.Server
	workers sync.WaitGroup
}

func (a *app) prepare(cmd *cobra.Command, args []string) error {
	a.server = &http.Server{Addr: ":8080"}
	return nil
}

func (a *app) serve(cmd *cobra.Command, args []string) error {
	a.workers.Go(func() { a.watch(cmd.Context()) })
	if err := a.server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (a *app) watch(ctx context.Context) {
	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	a.server.Shutdown(ctx)
}

func (a *app) wait(cmd *cobra.Command, args []string) { a.workers.Wait() }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := new(app)
	root := &cobra.Command{Use: "shop", PersistentPreRunE: a.prepare, RunE: a.serve, PersistentPostRun: a.wait}
	cobra.CheckErr(root.ExecuteContext(ctx))
}
