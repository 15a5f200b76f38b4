package postcards

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	log "github.com/sirupsen/logrus"
	"github.com/spf13/cobra"

	"strangers/postcards/good/pkg/web"
)

// Command is the postcards command
var Command = &cobra.Command{
	Use:   "postcards",
	Short: "sends postcards",
	RunE: func(_ *cobra.Command, _ []string) error {
		return run(opts)
	},
	SilenceUsage: true,
}

var opts options

type options struct {
	Addr string
	TTL  time.Duration
}

func init() {
	f := Command.Flags()
	f.StringVarP(&opts.Addr, "addr", "a", ":3000", "where to listen")
	f.DurationVar(&opts.TTL, "ttl", time.Hour, "how long a card is kept")
}

func run(o options) error {
	term := make(chan os.Signal, 1)
	signal.Notify(term, syscall.SIGTERM, syscall.SIGINT)

	server := web.NewServer(o.Addr, o.TTL)
	log.WithField("addr", o.Addr).Info("starting")
	go func() {
		if err := server.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.WithError(err).Fatal("server failed")
		}
	}()

	sig := <-term
	log.WithField("signal", sig).Info("stopping")

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return server.Shutdown(ctx)
}
