// The error goes some way before the program exits on it.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch os.Args[1] {
	case "named-result":
		srv := &http.Server{Addr: ":8080"}
		go func() {
			if err := named(srv); err != nil {
				log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
			}
		}()
		<-ctx.Done()
		shutdown(srv)
	case "captured":
		captured(ctx)
	case "method":
		srv := &http.Server{Addr: ":8080"}
		var c checker
		go func() { c.must("serve", srv.ListenAndServe()) }()
		<-ctx.Done()
		shutdown(srv)
	case "literal":
		literal(ctx)
	case "function-value":
		srv := &http.Server{Addr: ":8080"}
		go func() {
			if err := run(srv.ListenAndServe); err != nil {
				log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
			}
		}()
		<-ctx.Done()
		shutdown(srv)
	case "interface":
		srv := &http.Server{Addr: ":8080"}
		go func() {
			<-ctx.Done()
			shutdown(srv)
		}()
		if err := start(service{srv}); err != nil {
			log.Print(err)
			os.Exit(1) // want `\(serverclose/fatal-on-close\)`
		}
	case "received":
		received(ctx)
	case "command":
		if err := command(ctx).Execute(); err != nil {
			os.Exit(1) // want `\(serverclose/fatal-on-close\)`
		}
	}
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func named(srv *http.Server) (err error) {
	lis, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		return err
	}
	defer lis.Close()
	err = srv.Serve(lis)
	return
}

func captured(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	var err error
	go func() {
		err = srv.ListenAndServe()
		if err != nil {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	<-ctx.Done()
	shutdown(srv)
	fmt.Println(err)
}

type checker struct{}

func (checker) must(what string, err error) {
	if err != nil {
		log.Fatalf("%s: %v", what, err) // want `\(serverclose/fatal-on-close\)`
	}
}

func literal(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	must := func(err error) {
		if err != nil {
			panic(err) // want `\(serverclose/fatal-on-close\)`
		}
	}
	go func() { must(srv.ListenAndServe()) }()
	<-ctx.Done()
	shutdown(srv)
}

func run(f func() error) error {
	log.Print("starting")
	return f()
}

type service struct{ srv *http.Server }

func (s service) Run() error { return s.srv.ListenAndServe() }

func start(runner interface{ Run() error }) error {
	if err := runner.Run(); err != nil {
		return fmt.Errorf("run: %w", err)
	}
	return nil
}

// The main goroutine receives nothing else.
func received(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	errs := make(chan error, 1)
	go func() {
		<-ctx.Done()
		shutdown(srv)
	}()
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			errs <- fmt.Errorf("serve: %w", err)
		}
	}()
	if err := <-errs; err != nil {
		log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
	}
}

func command(ctx context.Context) *cobra.Command {
	return &cobra.Command{
		Use: "serve",
		RunE: func(*cobra.Command, []string) error {
			srv := &http.Server{Addr: ":8080"}
			go func() {
				<-ctx.Done()
				shutdown(srv)
			}()
			return srv.ListenAndServe()
		},
	}
}
