// Package service runs things that serve HTTP.
package service

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Mounter puts its routes on a mux.
type Mounter interface {
	Mount(*http.ServeMux)
}

type settings struct {
	name, addr string
	drain      time.Duration
}

// An Option changes how Run serves.
type Option func(*settings)

func WithName(name string) Option          { return func(s *settings) { s.name = name } }
func WithAddr(addr string) Option          { return func(s *settings) { s.addr = addr } }
func WithDrain(drain time.Duration) Option { return func(s *settings) { s.drain = drain } }

// Run serves what m mounts until the process is told to stop.
func Run[M Mounter](m M, opts ...Option) error {
	s := settings{name: "service", addr: ":8080", drain: 20 * time.Second}
	for _, opt := range opts {
		opt(&s)
	}
	log := slog.Default().With("service", s.name)

	mux := http.NewServeMux()
	m.Mount(mux)
	srv := &http.Server{Addr: s.addr, Handler: mux}

	failed := make(chan error, 1)
	go func() {
		log.Info("serving", "addr", s.addr)
		failed <- srv.ListenAndServe()
	}()

	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM)
	for {
		select {
		case err := <-failed:
			return err
		case sig := <-sigs:
			switch sig {
			case syscall.SIGHUP:
				log.Info("nothing to reload")
			default:
				log.Info("stopping", "signal", sig.String())
				return shutdown(srv, s.drain)
			}
		}
	}
}

func shutdown(srv *http.Server, drain time.Duration) error {
	ctx, cancel := context.WithTimeoutCause(context.Background(), drain, errors.New("requests took too long"))
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		return errors.Join(err, context.Cause(ctx), srv.Close())
	}
	return nil
}
