// Servers that SIGTERM closes with open requests in them, each in another way.
package main

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/oklog/run"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch os.Args[1] {
	case "direct":
		direct(ctx)
	case "goroutine":
		goroutine(ctx)
	case "values":
		values(ctx)
	case "groups":
		groups(ctx)
	case "actors":
		actors()
	case "containers":
		containers(ctx)
	case "app":
		a := newApp()
		a.start()
		<-ctx.Done()
		a.Close()
	case "types":
		types(ctx)
	}
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func direct(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go serve(srv)
	deferred := &http.Server{Addr: ":8081"}
	go serve(deferred)
	defer deferred.Close() // want `\(serverclose/abrupt-stop\)`
	inClosure := &http.Server{Addr: ":8082"}
	go serve(inClosure)
	defer func() {
		if err := inClosure.Close(); err != nil { // want `\(serverclose/abrupt-stop\)`
			log.Print(err)
		}
	}()
	e := echo.New()
	go e.Start(":8083")
	<-ctx.Done()
	srv.Close() // want `\(serverclose/abrupt-stop\)`
	e.Close()   // want `\(serverclose/abrupt-stop\)`
}

// Serve returns when the server is closed: the program ends in the order that it should.
func goroutine(ctx context.Context) {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	go func() {
		<-ctx.Done()
		srv.Stop() // want `\(serverclose/abrupt-stop\)`
	}()
	if err := srv.Serve(lis); err != nil {
		log.Fatal(err)
	}
}

func values(ctx context.Context) {
	a, b, c, d := &http.Server{Addr: ":8080"}, &http.Server{Addr: ":8081"}, &http.Server{Addr: ":8082"}, grpc.NewServer()
	go serve(a)
	closeA := a.Close

	go serve(b)
	context.AfterFunc(ctx, func() { b.Close() }) // want `\(serverclose/abrupt-stop\)`

	go serve(c)
	onSignal := func() { c.Close() } // want `\(serverclose/abrupt-stop\)`

	lis, _ := net.Listen("tcp", ":8083")
	go d.Serve(lis)
	defer end(d)

	<-ctx.Done()
	closeA() // want `\(serverclose/abrupt-stop\)`
	onSignal()
	log.Print("waiting for the workers")
	time.Sleep(time.Second)
}

func end(srv *grpc.Server) {
	srv.Stop() // want `\(serverclose/abrupt-stop\)`
}

func groups(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return serve(srv) })
	g.Go(func() error {
		<-ctx.Done()
		return srv.Close() // want `\(serverclose/abrupt-stop\)`
	})
	g.Wait()
}

func actors() {
	srv := &http.Server{Addr: ":8080"}
	var g run.Group
	g.Add(run.SignalHandler(context.Background(), os.Interrupt, syscall.SIGTERM))
	g.Add(func() error { return serve(srv) }, func(error) {
		srv.Close() // want `\(serverclose/abrupt-stop\)`
	})
	g.Run()
}

func containers(ctx context.Context) {
	var closers []io.Closer
	collected := &http.Server{Addr: ":8080"}
	go serve(collected)
	closers = append(closers, collected)

	byName := map[string]*http.Server{"api": {Addr: ":8081"}, "admin": {Addr: ":8082"}}
	for _, srv := range byName {
		go serve(srv)
	}

	var stops []func() error
	for range 3 {
		srv := &http.Server{}
		go serve(srv)
		stops = append(stops, srv.Close)
	}

	<-ctx.Done()
	for _, c := range closers {
		c.Close() // want `\(serverclose/abrupt-stop\)`
	}
	for _, srv := range byName {
		srv.Close() // want `\(serverclose/abrupt-stop\)`
	}
	for _, stop := range stops {
		stop() // want `\(serverclose/abrupt-stop\)`
	}
}

type app struct {
	srv *http.Server
	rpc *grpc.Server
}

func newApp() *app {
	return &app{srv: &http.Server{Addr: ":8080"}, rpc: grpc.NewServer()}
}

func (a *app) start() {
	lis, err := net.Listen("tcp", ":8081")
	if err != nil {
		log.Fatal(err)
	}
	go a.rpc.Serve(lis)
	go serve(a.srv)
}

func (a *app) Close() error {
	a.rpc.Stop()         // want `\(serverclose/abrupt-stop\)`
	return a.srv.Close() // want `\(serverclose/abrupt-stop\)`
}

// Embedded types, an interface, a generic function, an iterator.

type embeds struct{ *http.Server }

type runner interface {
	Run() error
	io.Closer
}

type api struct{ srv http.Server }

func (a *api) Run() error { return serve(&a.srv) }

func (a *api) Close() error {
	return a.srv.Close() // want `\(serverclose/abrupt-stop\)`
}

func types(ctx context.Context) {
	e := embeds{&http.Server{Addr: ":8080"}}
	go e.ListenAndServe()

	var r runner = &api{http.Server{Addr: ":8081"}}
	go r.Run()
	defer r.Close()

	given := &http.Server{Addr: ":8082"}
	go serve(given)

	walked := &http.Server{Addr: ":8083"}
	go serve(walked)

	<-ctx.Done()
	e.Close() // want `\(serverclose/abrupt-stop\)`
	closeIt(given)
	for srv := range only(walked) {
		srv.Close() // want `\(serverclose/abrupt-stop\)`
	}
}

func closeIt[C io.Closer](c C) {
	if err := c.Close(); err != nil { // want `\(serverclose/abrupt-stop\)`
		log.Print(err)
	}
}

func only[T any](v T) func(yield func(T) bool) {
	return func(yield func(T) bool) { yield(v) }
}
