// Command typical is written as many are: errors of a start end it, and what is deferred runs at the end.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if err := run(); err != nil {
		log.Print(err)
		os.Exit(1)
	}
}

func run() error {
	listener, err := net.Listen("tcp", ":8080")
	if err != nil {
		return fmt.Errorf("listening: %w", err)
	}
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(read)}
	failed := make(chan error, 1)
	go func() {
		failed <- srv.Serve(listener)
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		return err
	case sig := <-quit:
		log.Printf("%s: draining", sig)
	}
	time.Sleep(time.Second)
	limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	err = srv.Shutdown(limited)
	if err != nil {
		log.Print(errors.Join(err, srv.Close()))
	}
	err = <-failed
	if !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
