package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"strangers/vault/good/internal/secret"
	"strangers/vault/good/pkg/grpcserver"
	"strangers/vault/good/vaultpb"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintf(os.Stderr, "vault: %s\n", err)
		os.Exit(1)
	}
}

func run() error {
	srv := grpcserver.New(
		grpcserver.WithAddress(os.Getenv("VAULT_ADDR")),
		grpcserver.WithShutdownTimeout(10*time.Second),
		grpcserver.WithInterceptors(grpcserver.Recover, grpcserver.Log),
	)
	vaultpb.RegisterVaultServer(srv, secret.NewStore())
	srv.Start()

	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt, syscall.SIGTERM)

	var err error
	select {
	case s := <-interrupt:
		fmt.Println("signal:", s)
	case err = <-srv.Notify():
		err = fmt.Errorf("grpc server: %w", err)
	}
	srv.Shutdown()
	return err
}
