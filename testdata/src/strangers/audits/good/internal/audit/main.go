package audit

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-chi/chi/v5"
	"golang.org/x/sync/errgroup"
)

// Main is the program.
func Main(addr, exportAddr string) error {
	l := NewLog()
	stopExport, err := startExport(exportAddr, l)
	if err != nil {
		return err
	}
	defer stopExport()

	r := chi.NewRouter()
	r.Post("/events", l.append)
	srv := &http.Server{Addr: addr, Handler: r}

	sig, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	var g errgroup.Group
	g.Go(func() error {
		defer stop()
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-sig.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(ctx)
	})
	err = g.Wait()
	slog.Info("the API has stopped", "error", err)
	return err
}

// startExport starts the server of the auditors. The function that it returns stops it.
func startExport(addr string, l *Log) (stop func(), err error) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	r := chi.NewRouter()
	r.Get("/export", l.export)
	srv := &http.Server{Handler: r}
	go srv.Serve(ln)
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	}, nil
}
