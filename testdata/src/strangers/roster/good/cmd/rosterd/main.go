package main

import (
	"context"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"

	"strangers/roster/good/internal/config"
	"strangers/roster/good/internal/rpc"
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
	errc := make(chan error)
	go func() { errc <- srv.Serve(lis) }()
	go func() {
		<-ctx.Done()
		logger.Info("draining")
		srv.Drain(cfg.Drain)
	}()

	if err := <-errc; err != nil {
		logger.Error("serve", "err", err)
	}
}
