package commands

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"strangers/library/good/loans"
)

type apiFlags struct {
	public  string
	partner string
}

func apiCommand() *cobra.Command {
	var f apiFlags
	cmd := &cobra.Command{
		Use:   "api",
		Short: "Runs the public and the partner API",
		RunE:  func(*cobra.Command, []string) error { return runAPI(f) },
	}
	cmd.Flags().StringVar(&f.public, "public", ":8080", "public API")
	cmd.Flags().StringVar(&f.partner, "partner", ":8081", "API of the partner libraries")
	return cmd
}

func runAPI(f apiFlags) error {
	desk := loans.NewDesk()
	public := &http.Server{Addr: f.public, Handler: desk.PublicHandler()}
	partner := &http.Server{Addr: f.partner, Handler: desk.PartnerHandler()}

	errc := make(chan error, 2)
	listen := func(s *http.Server) {
		if err := s.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			errc <- err
		}
	}
	go listen(public)
	go listen(partner)

	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)

	var err error
	select {
	case <-quit:
	case err = <-errc:
	}

	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	return errors.Join(err, public.Shutdown(ctx), partner.Shutdown(ctx))
}
