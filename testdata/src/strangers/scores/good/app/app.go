package app

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"

	"strangers/scores/good/board"
	"strangers/scores/good/scorespb"
)

type App struct {
	cfg   Config
	board *board.Board
}

func New(cfg Config) *App { return &App{cfg: cfg, board: board.New()} }

func (a *App) Run(ctx context.Context) error {
	eg, ctx := errgroup.WithContext(ctx)
	eg.Go(func() error { return a.serveGRPC(ctx, eg) })
	eg.Go(func() error { return a.serveMetrics(ctx, eg) })
	return eg.Wait()
}

func (a *App) serveGRPC(ctx context.Context, eg *errgroup.Group) error {
	lis, err := net.Listen("tcp", a.cfg.GRPC)
	if err != nil {
		return err
	}
	srv := grpc.NewServer()
	hs := health.NewServer()
	grpc_health_v1.RegisterHealthServer(srv, hs)
	scorespb.RegisterScoresServer(srv, a.board)

	eg.Go(func() error {
		<-ctx.Done()
		hs.Shutdown()
		stopWithin(srv, a.cfg.Grace)
		return nil
	})
	return srv.Serve(lis)
}

// stopWithin stops srv gracefully, or abruptly when that takes too long.
func stopWithin(srv *grpc.Server, d time.Duration) {
	ok := make(chan struct{})
	go func() {
		srv.GracefulStop()
		close(ok)
	}()
	select {
	case <-ok:
	case <-time.After(d):
		srv.Stop()
	}
}

func (a *App) serveMetrics(ctx context.Context, eg *errgroup.Group) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/metrics", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "scores_total %d\n", a.board.Len())
	})
	srv := &http.Server{Addr: a.cfg.Metrics, Handler: mux}
	eg.Go(func() error {
		<-ctx.Done()
		c, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		return srv.Shutdown(c)
	})
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	return nil
}
