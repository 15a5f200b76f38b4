// Commands in a map of functions.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var table = map[string]struct {
	help string
	run  func(context.Context, []string) error
}{
	"serve":   {"serve orders", runServe},
	"version": {"show the version", func(context.Context, []string) error { log.Print("1.0"); return nil }},
}

func runServe(ctx context.Context, args []string) error {
	s := &server{&http.Server{Addr: args[0]}}
	return s.serve(ctx)
}

func main() {
	cmd, ok := table[os.Args[1]]
	if !ok {
		log.Fatal("no such command")
	}
	if err := cmd.run(context.Background(), os.Args[2:]); err != nil {
		log.Fatal(err)
	}
}

type server struct {
	*http.Server
}

func (s *server) serve(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	errs := make(chan error, 1)
	go func() { errs <- s.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
	}
	return s.Shutdown(context.WithoutCancel(ctx)) // strict: unbounded-stop
}
