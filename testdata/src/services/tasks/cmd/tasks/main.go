// Command tasks does what other services put into Redis, and shows how far it is.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/tasks/internal/monitor"
	"services/tasks/internal/work"
)

func main() {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)

	if err := serve(signals); err != nil {
		log.Fatal(err)
	}
}

func serve(signals <-chan os.Signal) error {
	worker := work.New("redis:6379")
	if err := worker.Start(); err != nil {
		return fmt.Errorf("start worker: %w", err)
	}
	defer worker.Stop()

	web := monitor.New(":8080", worker)
	failed := make(chan error, 1)
	go func() {
		err := web.ListenAndServe()
		if !errors.Is(err, http.ErrServerClosed) {
			failed <- err
		}
	}()

	select {
	case <-signals:
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	}
	go func() {
		<-signals // whoever asks twice does not want to wait
		os.Exit(1)
	}()

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := web.Shutdown(ctx); err != nil {
		return fmt.Errorf("shutdown: %w", err)
	}
	return nil
}
