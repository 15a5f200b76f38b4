// Nothing waits for the stop of a gRPC server, nor for its Serve.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	switch os.Args[1] {
	case "not-joined":
		notJoined(ctx, lis)
	case "either":
		err = either(ctx, lis)
	case "early":
		early(ctx, lis)
	case "interrupt":
		interrupt(ctx, lis)
	case "other":
		other(ctx, lis)
	case "node":
		n := &node{server: grpc.NewServer(), done: make(chan struct{})}
		n.start(lis)
		n.stopAt(ctx)
		n.wait()
	}
	if err != nil {
		log.Print(err)
	}
}

func notJoined(ctx context.Context, lis net.Listener) {
	s := grpc.NewServer()
	go s.Serve(lis)
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop() // want `\(serverclose/not-awaited\)`
	}()
	<-ctx.Done()
}

// The signal ends the wait too.
func either(ctx context.Context, lis net.Listener) error {
	s := grpc.NewServer()
	errc := make(chan error, 1)
	go func() { errc <- s.Serve(lis) }()
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop() // want `\(serverclose/not-awaited\)`
	}()
	select {
	case err := <-errc:
		return err
	case <-ctx.Done():
		return nil
	}
}

// What main waits for is closed before the stop.
func early(ctx context.Context, lis net.Listener) {
	s := grpc.NewServer()
	done := make(chan struct{})
	go s.Serve(lis)
	go func() {
		<-ctx.Done()
		close(done)
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop() // want `\(serverclose/not-awaited\)`
	}()
	<-done
}

// The signal is sent where the result of Serve is awaited.
func interrupt(ctx context.Context, lis net.Listener) {
	s := grpc.NewServer()
	errs := make(chan error, 2)
	go func() {
		sigs := make(chan os.Signal, 1)
		signal.Notify(sigs, syscall.SIGTERM)
		errs <- fmt.Errorf("%s", <-sigs)
	}()
	go func() { errs <- s.Serve(lis) }()
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop() // want `\(serverclose/not-awaited\)`
	}()
	log.Print(<-errs)
}

// The group is another one's.
func other(ctx context.Context, lis net.Listener) {
	s := grpc.NewServer()
	var wg sync.WaitGroup
	wg.Go(func() { <-ctx.Done() })
	go s.Serve(lis)
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop() // want `\(serverclose/not-awaited\)`
	}()
	wg.Wait()
}

type node struct {
	server *grpc.Server
	done   chan struct{}
}

func (n *node) start(lis net.Listener) { go n.server.Serve(lis) }

func (n *node) stopAt(ctx context.Context) {
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, n.server.Stop)
		n.server.GracefulStop() // want `\(serverclose/not-awaited\)`
	}()
	go func() {
		<-ctx.Done()
		close(n.done)
	}()
}

func (n *node) wait() { <-n.done }
