// Serve of a gRPC server returns once GracefulStop is done: who waits for the one waits for the other.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"

	"serverclose/not-awaited/silent-rpc/rpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	switch os.Args[1] {
	case "result":
		err = result(ctx, lis)
	case "closed":
		closed(lis)
	case "counted":
		counted(ctx, lis)
	case "group":
		group(ctx, lis)
	case "loop":
		err = loop(ctx, lis)
	case "node":
		n := newNode()
		n.start(lis)
		go n.stopAt(ctx)
		n.wait()
	case "beside":
		err = beside(ctx, lis)
	case "errgroup":
		err = inErrgroup(ctx, lis)
	case "after":
		err = after(ctx, lis)
	case "package":
		err = <-rpc.Start(ctx, lis)
	case "generic":
		err = generic(ctx, lis)
	case "select":
		err = selected(ctx, lis)
	case "list":
		list(ctx, lis)
	}
	if err != nil {
		log.Print(err)
	}
}

func result(ctx context.Context, lis net.Listener) error {
	s := grpc.NewServer()
	errc := make(chan error, 1)
	go func() { errc <- s.Serve(lis) }()
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop()
	}()
	return <-errc
}

func closed(lis net.Listener) {
	s := grpc.NewServer()
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGTERM)
	go func() {
		sig := <-sigs
		log.Printf("%s, draining", sig)
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop()
	}()
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := s.Serve(lis); err != nil {
			log.Print(err)
		}
	}()
	<-done
	log.Print("bye")
}

func counted(ctx context.Context, lis net.Listener) {
	s := grpc.NewServer()
	wg := new(sync.WaitGroup)
	wg.Add(1)
	go func() {
		defer wg.Done()
		_ = s.Serve(lis)
	}()
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop()
	}()
	wg.Wait()
}

func group(ctx context.Context, lis net.Listener) {
	var wg sync.WaitGroup
	s := grpc.NewServer()
	defer wg.Wait()
	wg.Go(func() { s.Serve(lis) })
	go stopAtEnd(ctx, s)
}

func stopAtEnd(ctx context.Context, s *grpc.Server) {
	<-ctx.Done()
	time.AfterFunc(10*time.Second, s.Stop)
	s.GracefulStop()
}

func loop(ctx context.Context, lis net.Listener) error {
	s := grpc.NewServer()
	failed := make(chan error)
	go func() { failed <- s.Serve(lis) }()
	go stopAtEnd(ctx, s)
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	for {
		select {
		case <-ticker.C:
			log.Print("alive")
		case err := <-failed:
			return err
		}
	}
}

type node struct {
	server *grpc.Server
	done   chan struct{}
}

func newNode() *node { return &node{server: grpc.NewServer(), done: make(chan struct{})} }

func (n *node) start(lis net.Listener) {
	go func() {
		n.server.Serve(lis)
		close(n.done)
	}()
}

func (n *node) stopAt(ctx context.Context) {
	<-ctx.Done()
	time.AfterFunc(10*time.Second, n.server.Stop)
	n.server.GracefulStop()
}

func (n *node) wait() { <-n.done }

// Both have ended when both results are there, and the last of them comes after both stops.
func beside(ctx context.Context, lis net.Listener) error {
	s := grpc.NewServer()
	web := &http.Server{Addr: ":8080"}
	results := make(chan error, 2)
	go func() { results <- s.Serve(lis) }()
	go func() { results <- web.ListenAndServe() }()
	go func() {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		web.Shutdown(shutdownCtx)
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop()
	}()
	return errors.Join(<-results, <-results)
}

func inErrgroup(ctx context.Context, lis net.Listener) error {
	s := grpc.NewServer()
	var g errgroup.Group
	g.Go(func() error { return s.Serve(lis) })
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop()
	}()
	return g.Wait()
}

func after(ctx context.Context, lis net.Listener) error {
	s := grpc.NewServer()
	defer context.AfterFunc(ctx, s.GracefulStop)() // strict: unbounded-stop
	errc := make(chan error, 1)
	go func() { errc <- s.Serve(lis) }()
	return <-errc
}

func generic(ctx context.Context, lis net.Listener) error {
	s := grpc.NewServer()
	ended := async(func() error { return s.Serve(lis) })
	async(func() struct{} {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, s.Stop)
		s.GracefulStop()
		return struct{}{}
	})
	return <-ended
}

func async[T any](f func() T) <-chan T {
	c := make(chan T, 1)
	go func() { c <- f() }()
	return c
}

// The signal is no end by itself: the stop is.
func selected(ctx context.Context, lis net.Listener) error {
	s := grpc.NewServer()
	errc := make(chan error, 1)
	go func() { errc <- s.Serve(lis) }()
	go stopAtEnd(ctx, s)
	select {
	case err := <-errc:
		if err != nil {
			return err
		}
	}
	return nil
}

func list(ctx context.Context, lis net.Listener) {
	s := grpc.NewServer()
	var wg sync.WaitGroup
	for _, f := range []func(){
		func() { s.Serve(lis) },
		func() { log.Print("ready") },
	} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f()
		}()
	}
	go stopAtEnd(ctx, s)
	wg.Wait()
}
