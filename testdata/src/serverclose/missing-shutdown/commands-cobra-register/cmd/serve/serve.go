package serve

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"serverclose/missing-shutdown/commands-cobra-register/cmd"
)

func init() {
	c := &cobra.Command{Use: "serve"}
	c.RunE = run
	cmd.Root.AddCommand(c)
}

func run(c *cobra.Command, args []string) error {
	ctx, cancel := signal.NotifyContext(c.Context(), syscall.SIGTERM, syscall.SIGINT)
	defer cancel()
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	srv := http.Server{Addr: ":8080", Handler: mux}
	go srv.ListenAndServe()
	<-ctx.Done()
	return context.Cause(ctx)
}
