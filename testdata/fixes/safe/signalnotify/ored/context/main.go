// A context ends a function that returns early.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGINT|syscall.SIGTERM)
	defer cancel()
	run(ctx)
}

func run(ctx context.Context) {
	srv := &http.Server{Addr: os.Getenv("LISTEN")}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	fmt.Println("job started")
	select {
	case err := <-failed:
		fmt.Println(err)
		return
	case <-ctx.Done():
	}
	time.Sleep(time.Second)
	fmt.Println("job done")
	srv.Shutdown(context.Background())
}
