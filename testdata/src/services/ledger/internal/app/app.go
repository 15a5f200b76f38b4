// Package app puts the parts of ledger together.
package app

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
	"services/ledger/internal/api"
)

// A Config says where things are.
type Config struct {
	Addr, AdminAddr, DSN string
}

// An App is the whole service. Make it with New, start it with Run, end it with Close.
type App struct {
	api    *http.Server
	admin  *http.Server
	db     *sql.DB
	traces *trace.TracerProvider
}

// New connects to the database and makes the servers.
func New(cfg Config) (*App, error) {
	db, err := sql.Open("postgres", cfg.DSN)
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	a := &App{db: db, traces: trace.NewTracerProvider()}
	a.api = &http.Server{
		Addr:              cfg.Addr,
		Handler:           api.New(db),
		ReadHeaderTimeout: 5 * time.Second,
	}
	a.admin = &http.Server{Addr: cfg.AdminAddr, Handler: a.adminRoutes()}
	return a, nil
}

// Run serves until a server fails or Close is called.
func (a *App) Run() error {
	ended := make(chan error, 2)
	go func() { ended <- serve("admin", a.admin) }()
	go func() { ended <- serve("api", a.api) }()
	return <-ended
}

// Close lets open requests finish, and then gives up what they need.
func (a *App) Close(ctx context.Context) error {
	var errs []error
	if err := a.api.Shutdown(ctx); err != nil {
		errs = append(errs, fmt.Errorf("api: %w", err))
	}
	errs = append(errs, a.admin.Shutdown(ctx), a.traces.Shutdown(ctx), a.db.Close())
	return errors.Join(errs...)
}

func (a *App) adminRoutes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		if err := a.db.PingContext(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
	})
	return mux
}

func serve(name string, srv *http.Server) error {
	if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
