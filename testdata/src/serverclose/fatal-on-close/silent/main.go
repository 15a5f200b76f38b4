// Exits that come before the drain, after it, or on another error.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/oklog/run"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch os.Args[1] {
	case "passed":
		passed(ctx)
	case "returned":
		if err := returned(ctx); err != nil {
			log.Fatal(err) // never the sentinel
		}
	case "until-the-signal":
		untilTheSignal(ctx)
	case "errgroup":
		group(ctx)
	case "actors":
		actors()
	case "grpc":
		rpc(ctx)
	case "flag":
		flag(ctx)
	case "awaited":
		awaited(ctx)
	case "not-the-process":
		notTheProcess(ctx)
	}
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Fatal(err) // the drain has ended
	}
}

// Each way to let the sentinel pass.
func passed(ctx context.Context) {
	servers := make([]http.Server, 9)
	go func() {
		if err := servers[0].ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	go func() {
		if err := servers[1].ListenAndServe(); err != nil && err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	go func() {
		if err := servers[2].ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	go func() {
		err := servers[3].ListenAndServe()
		if errors.Is(err, http.ErrServerClosed) {
			return
		}
		log.Fatal(err)
	}()
	go func() {
		err := servers[4].ListenAndServe()
		if err == http.ErrServerClosed {
			log.Print("stopping")
		} else if err != nil {
			log.Fatal(err)
		}
	}()
	go func() {
		switch err := servers[5].ListenAndServe(); err {
		case nil, http.ErrServerClosed:
		default:
			panic(err)
		}
	}()
	go func() {
		switch err := servers[6].ListenAndServe(); {
		case errors.Is(err, http.ErrServerClosed):
		case err != nil:
			panic(err)
		}
	}()
	go func() {
		if err := servers[7].ListenAndServe(); err != nil && err.Error() != "http: Server closed" {
			log.Fatal(err)
		}
	}()
	go func() {
		if err := servers[8].ListenAndServe(); failed(err) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	for i := range servers {
		shutdown(&servers[i])
	}
}

func failed(err error) bool {
	return err != nil && !errors.Is(err, http.ErrServerClosed)
}

// Serve's error is returned without the sentinel, and when the drain has ended.
func returned(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		shutdown(srv)
	}()
	err := srv.ListenAndServe()
	if errors.Is(err, http.ErrServerClosed) {
		<-stopped
		return nil
	}
	return err
}

// Once the signal has come nobody looks at Serve's error any more.
func untilTheSignal(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	select {
	case err := <-errs:
		log.Fatal(err)
	case <-ctx.Done():
	}
	shutdown(srv)
}

// Wait returns when both functions have: the drain is over.
func group(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(srv.ListenAndServe)
	g.Go(func() error {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		defer cancel()
		return srv.Shutdown(shutdownCtx)
	})
	if err := g.Wait(); err != nil {
		log.Fatal(err)
	}
}

func actors() {
	srv := &http.Server{Addr: ":8080"}
	var g run.Group
	g.Add(run.SignalHandler(context.Background(), os.Interrupt, syscall.SIGTERM))
	g.Add(srv.ListenAndServe, func(error) { shutdown(srv) })
	if err := g.Run(); err != nil {
		log.Fatal(err)
	}
}

// Serve of a gRPC server gives nil after a stop.
func rpc(ctx context.Context) {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	go func() {
		if err := srv.Serve(lis); err != nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	timer := time.AfterFunc(10*time.Second, srv.Stop)
	defer timer.Stop()
	srv.GracefulStop()
}

// A context says whether the program is ending.
func flag(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		if err := srv.ListenAndServe(); ctx.Err() == nil {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	shutdown(srv)
}

// The exit waits for the stop.
func awaited(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		shutdown(srv)
	}()
	err := srv.ListenAndServe()
	if err == http.ErrServerClosed {
		<-stopped
	}
	log.Fatal(err)
}

// A panic that is recovered ends no process.
func notTheProcess(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		defer func() { log.Print(recover()) }()
		if err := srv.ListenAndServe(); err != nil {
			panic(err)
		}
	}()
	<-ctx.Done()
	shutdown(srv)
}
