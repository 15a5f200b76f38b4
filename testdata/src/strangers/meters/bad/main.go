package main

import (
	"context"
	"errors"
	"flag"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
	"golang.org/x/sync/errgroup"

	"strangers/meters/bad/readings"
)

func main() {
	listen := flag.String("listen", ":9999", "address")
	flag.Parse()
	log.Logger = zerolog.New(os.Stderr).With().Timestamp().Logger()

	sigCtx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	eg, ctx := errgroup.WithContext(sigCtx)

	up := readings.NewUploader()
	httpServer := &http.Server{Addr: *listen, Handler: readings.Handler(up)}
	eg.Go(func() error {
		log.Info().Str("addr", *listen).Msg("http server starting")
		return httpServer.ListenAndServe()
	})
	eg.Go(func() error {
		<-ctx.Done()
		log.Info().Msg("http server stopping")
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return httpServer.Shutdown(shutdownCtx)
	})

	if err := eg.Wait(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Error().Err(err).Msg("exit reason")
	}
	up.Wait()
}
