package app

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"strangers/parking/good/config"
)

type App struct {
	cfg    *config.Config
	logger *slog.Logger
	server *http.Server
	sigs   chan os.Signal
	errs   chan error

	mu    sync.Mutex
	spots map[string]bool
}

func New(cfg *config.Config) (*App, error) {
	a := &App{
		cfg:    cfg,
		logger: slog.New(slog.NewJSONHandler(os.Stdout, nil)),
		sigs:   make(chan os.Signal, 1),
		errs:   make(chan error, 1),
		spots:  map[string]bool{},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/take", a.take)
	a.server = &http.Server{Handler: mux, ErrorLog: slog.NewLogLogger(a.logger.Handler(), slog.LevelWarn)}
	return a, nil
}

func (a *App) Start() error {
	signal.Notify(a.sigs, syscall.SIGINT, syscall.SIGTERM)

	l, err := net.Listen("tcp", a.cfg.HTTPAddr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	go func() {
		a.errs <- a.server.Serve(l)
	}()
	a.logger.Info("started", slog.String("addr", l.Addr().String()))
	return nil
}

func (a *App) WaitForStop() error {
	select {
	case err := <-a.errs:
		return err
	case s := <-a.sigs:
		a.logger.Info("caught signal", slog.String("signal", s.String()))
	}
	return a.Stop()
}

func (a *App) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), a.cfg.StopAfter())
	defer cancel()
	return a.server.Shutdown(ctx)
}

func (a *App) take(w http.ResponseWriter, r *http.Request) {
	time.Sleep(1200 * time.Millisecond) // the barrier opens
	a.mu.Lock()
	defer a.mu.Unlock()
	a.spots[r.FormValue("spot")] = true
	w.WriteHeader(http.StatusCreated)
}
