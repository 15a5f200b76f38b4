// Command ledger books transfers. What runs is an App with Run and Close.
package main

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/ledger/internal/app"
)

func main() {
	if err := run(); err != nil {
		slog.Error("ledger failed", "error", err)
		os.Exit(1)
	}
}

func run() error {
	var cfg app.Config
	flag.StringVar(&cfg.Addr, "addr", ":8080", "address of the API")
	flag.StringVar(&cfg.AdminAddr, "admin-addr", ":9090", "address for metrics and health")
	flag.StringVar(&cfg.DSN, "dsn", os.Getenv("LEDGER_DSN"), "database")
	drain := flag.Duration("drain", 25*time.Second, "how long open requests may take at the end")
	flag.Parse()

	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(sig)

	a, err := app.New(cfg)
	if err != nil {
		return err
	}
	failed := make(chan error, 1)
	go func() { failed <- a.Run() }()

	var runErr error
	select {
	case s := <-sig:
		slog.Info("stopping", "signal", s.String())
	case runErr = <-failed:
	}

	ctx, cancel := context.WithTimeout(context.Background(), *drain)
	defer cancel()
	return errors.Join(runErr, a.Close(ctx))
}
