// Each server is stopped gracefully, and each command ends the process on the error with which Serve says so.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch os.Args[1] {
	case "exits":
		exits(ctx)
	case "main-goroutine":
		mainGoroutine(ctx)
	case "through-a-channel":
		throughAChannel(ctx)
	case "errgroup":
		group(ctx)
	case "helper":
		helper(ctx)
	case "returned":
		if err := returned(ctx); err != nil {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	case "wrapped":
		wrapped(ctx)
	case "wrong-sentinel":
		wrongSentinel(ctx)
	case "app":
		a := &app{srv: &http.Server{Addr: ":8080"}, log: log.Default()}
		go a.serve()
		<-ctx.Done()
		a.close()
	case "embedded":
		embedded(ctx)
	case "generic":
		srv := &http.Server{Addr: ":8080"}
		go mustServe(srv)
		<-ctx.Done()
		shutdown(srv)
	case "all":
		all(ctx)
	}
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// What ends the process, one after the other.
func exits(ctx context.Context) {
	servers := make([]http.Server, 8)
	go func() { log.Fatal(servers[0].ListenAndServe()) }() // want `\(serverclose/fatal-on-close\)`
	go func() {
		if err := servers[1].ListenAndServe(); err != nil {
			log.Fatalf("serve: %v", err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	go func() {
		err := servers[2].ListenAndServeTLS("cert.pem", "key.pem")
		if err != nil {
			panic(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	go func() {
		if err := servers[3].ListenAndServe(); err != nil {
			slog.Error("serve", "err", err)
			os.Exit(1) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	go func() {
		if err := servers[4].ListenAndServe(); err == nil {
			return
		} else {
			log.Panicln("serve:", err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	go func() {
		lis, err := net.Listen("tcp", ":8085")
		if err != nil {
			log.Fatal(err) // at the start
		}
		if err = servers[5].Serve(lis); nil != err {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	go func() {
		switch err := servers[6].ListenAndServe(); {
		case errors.Is(err, net.ErrClosed):
		case err != nil:
			log.Fatalln(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	go func() {
		_ = servers[7].ListenAndServe()
		log.Fatal("the server has stopped") // want `\(serverclose/fatal-on-close\)`
	}()
	<-ctx.Done()
	for i := range servers {
		shutdown(&servers[i])
	}
}

// The main goroutine waits for the stop, but never comes so far.
func mainGoroutine(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		shutdown(srv)
	}()
	if err := srv.ListenAndServe(); err != nil {
		log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
	}
	<-stopped
}

func throughAChannel(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	errs := make(chan error, 1)
	go func() { errs <- srv.ListenAndServe() }()
	go func() {
		for err := range errs {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	<-ctx.Done()
	shutdown(srv)
}

func group(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	var g errgroup.Group
	g.Go(func() error {
		err := srv.ListenAndServe()
		if err != nil {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		shutdown(srv)
		return nil
	})
	g.Wait()
}

func helper(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() { must(srv.ListenAndServe()) }()
	<-ctx.Done()
	shutdown(srv)
}

func must(err error) {
	if err != nil {
		log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
	}
}

// The caller exits on what Serve returned.
func returned(ctx context.Context) error {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		shutdown(srv)
	}()
	return srv.ListenAndServe()
}

func wrapped(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		if err := serve(srv); err != nil {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	<-ctx.Done()
	shutdown(srv)
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); err != nil {
		return fmt.Errorf("serve %s: %w", srv.Addr, err)
	}
	return nil
}

// The sentinel is excluded from the log line, not from the exit; and another error is no sentinel.
func wrongSentinel(ctx context.Context) {
	api, admin := &http.Server{Addr: ":8080"}, &http.Server{Addr: ":8081"}
	go func() {
		err := api.ListenAndServe()
		if !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
		os.Exit(1) // want `\(serverclose/fatal-on-close\)`
	}()
	go func() {
		if err := admin.ListenAndServe(); !errors.Is(err, net.ErrClosed) {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	<-ctx.Done()
	shutdown(api)
	shutdown(admin)
}

type app struct {
	srv *http.Server
	log *log.Logger
}

func (a *app) serve() {
	if err := a.srv.ListenAndServe(); err != nil {
		a.log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
	}
}

func (a *app) close() { shutdown(a.srv) }

type embeds struct{ *http.Server }

func embedded(ctx context.Context) {
	e := embeds{&http.Server{Addr: ":8080"}}
	start := e.ListenAndServe
	go func() {
		if err := start(); err != nil {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	<-ctx.Done()
	shutdown(e.Server)
}

func mustServe[S interface{ ListenAndServe() error }](srv S) {
	if err := srv.ListenAndServe(); err != nil {
		log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
	}
}

func all(ctx context.Context) {
	servers := []*http.Server{{Addr: ":8080"}, {Addr: ":8081"}}
	for _, srv := range servers {
		go func() {
			if err := srv.ListenAndServe(); err != nil {
				log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
			}
		}()
	}
	<-ctx.Done()
	for _, srv := range servers {
		shutdown(srv)
	}
}
