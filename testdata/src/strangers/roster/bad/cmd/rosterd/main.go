package main

import (
	"context"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"

	"strangers/roster/bad/internal/config"
	"strangers/roster/bad/internal/rpc"
)

func main() {
	cfg := config.FromEnv()
	logger := slog.New(slog.NewTextHandler(os.Stderr, nil))

	lis, err := net.Listen("tcp", cfg.Addr)
	if err != nil {
		logger.Error("cannot listen", "addr", cfg.Addr, "err", err)
		os.Exit(1)
	}

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()

	srv := rpc.NewServer(logger)
	if err := srv.Serve(lis); err != nil {
		logger.Error("serve", "err", err)
	}
	<-ctx.Done()
	logger.Info("draining")
	srv.Drain(cfg.Drain) // want `GracefulStop in strangers/roster/bad/internal/rpc \(server.go:52\) runs only when serving has already ended`
}
