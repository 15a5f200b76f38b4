// Servers that are stopped, each in another way.
package main

import (
	"context"
	"net"
	"net/http"
	"sync"
	"time"

	"example.com/owner"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/oklog/run"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func main() {
	methods()
	values()
	collected()
	containers()
	embedding()
	libraries()
	actors()
	owner.Wait()
}

// A wrapper with Run and Stop; stopped through an interface.

type app struct {
	srv  *http.Server
	rpc  *grpc.Server
	once sync.Once
}

func newApp() *app { return &app{srv: &http.Server{}, rpc: grpc.NewServer()} }

func (a *app) Run() error {
	lis, _ := net.Listen("tcp", ":8080")
	go a.rpc.Serve(lis)
	return a.srv.ListenAndServe()
}

func (a *app) Stop(ctx context.Context) error {
	a.once.Do(a.rpc.GracefulStop) // strict: unbounded-stop
	return a.srv.Shutdown(ctx)    // strict: unbounded-stop
}

type runner interface {
	Run() error
	Stop(ctx context.Context) error
}

func methods() {
	for _, r := range []runner{newApp()} {
		go r.Run()
		defer r.Stop(context.Background())
	}
}

// Method values, method expressions, literals, function values.

func values() {
	a, b, c, d, e := &http.Server{}, &http.Server{}, &http.Server{}, &http.Server{}, grpc.NewServer()
	go a.ListenAndServe()
	stopA := a.Shutdown
	defer stopA(context.Background()) // strict: unbounded-stop

	go b.ListenAndServe()
	(*http.Server).Shutdown(b, context.Background()) // strict: unbounded-stop

	go c.ListenAndServe()
	defer func() { _ = c.Shutdown(context.Background()) }() // strict: unbounded-stop

	go d.ListenAndServe()
	stopD := func(s *http.Server) { s.Shutdown(context.Background()) } // strict: unbounded-stop
	stopD(d)

	lis, _ := net.Listen("tcp", ":8080")
	go e.Serve(lis)
	stopE := e.GracefulStop
	stopE() // strict: unbounded-stop
}

// Stops that are collected, and called by whoever ends the program.

type closer func(ctx context.Context) error

type command struct{ run, after func() error }

func collected() {
	var closers []closer
	srv := &http.Server{}
	go srv.ListenAndServe()
	closers = append(closers, srv.Shutdown)
	for _, stop := range closers {
		defer stop(context.Background()) // strict: unbounded-stop
	}

	var cmd command
	inCommand := &http.Server{}
	cmd = command{
		run:   inCommand.ListenAndServe,
		after: func() error { return inCommand.Shutdown(context.Background()) }, // strict: unbounded-stop
	}
	go cmd.run()
	cmd.after()

	var parent http.Server
	child := &http.Server{}
	go child.ListenAndServe()
	stopped := make(chan struct{})
	parent.RegisterOnShutdown(func() {
		defer close(stopped)
		child.Shutdown(context.Background()) // strict: unbounded-stop
	})
	parent.Shutdown(context.Background())
	<-stopped
}

// Slices, maps (by value and by key), channels, arrays, generics.

type set[T comparable] map[T]bool

func (s set[T]) add(v T) { s[v] = true }

func last[T any](all ...T) T { return all[len(all)-1] }

func containers() {
	var slice []*http.Server
	for range 3 {
		srv := &http.Server{}
		slice = append(slice, srv)
		go srv.ListenAndServe()
	}
	for _, srv := range slice {
		srv.Shutdown(context.Background()) // strict: unbounded-stop
	}

	byName := map[string]*http.Server{"a": {}}
	go byName["a"].ListenAndServe()
	for _, srv := range byName {
		srv.Shutdown(context.Background()) // strict: unbounded-stop
	}

	keys := set[*http.Server]{}
	key := &http.Server{}
	keys.add(key)
	go key.ListenAndServe()
	for srv := range keys {
		srv.Shutdown(context.Background()) // strict: unbounded-stop
	}

	channel := make(chan *http.Server, 1)
	sent := &http.Server{}
	channel <- sent
	go sent.ListenAndServe()
	select {
	case srv := <-channel:
		srv.Shutdown(context.Background()) // strict: unbounded-stop
	case <-time.After(time.Second):
	}

	var array [2]http.Server
	go array[0].ListenAndServe()
	for i := range array {
		array[i].Shutdown(context.Background()) // strict: unbounded-stop
	}

	chosen := &http.Server{}
	go chosen.ListenAndServe()
	last(nil, chosen).Shutdown(context.Background()) // strict: unbounded-stop

	walked := &http.Server{}
	go walked.ListenAndServe()
	for srv := range all(walked) {
		srv.Shutdown(context.Background()) // strict: unbounded-stop
	}
}

func all[T any](v T) func(yield func(T) bool) {
	return func(yield func(T) bool) { yield(v) }
}

// A server that is embedded, a type alias, and a stop that belongs to the outer type.

type alias = http.Server

type inner struct{ *alias }

type outer struct{ *inner }

type stopper interface {
	Shutdown(ctx context.Context) error
}

func embedding() {
	o := outer{&inner{&alias{}}}
	go o.ListenAndServe()
	var s stopper = o
	s.Shutdown(context.Background()) // strict: unbounded-stop

	p := &promoted{Server: &http.Server{}}
	go p.ListenAndServe()
	stop := p.Shutdown
	stop(context.Background()) // strict: unbounded-stop
}

type promoted struct{ *http.Server }

// The server that a framework holds, or starts.

func libraries() {
	e := echo.New()
	go e.Start(":8081")
	e.Server.Shutdown(context.Background()) // strict: unbounded-stop

	given := &http.Server{}
	go echo.New().StartServer(given)
	given.Shutdown(context.Background()) // strict: unbounded-stop

	app := fiber.New()
	go app.Listen(":8082")
	app.Server().Shutdown() // strict: unbounded-stop
}

// Actors and groups.

func actors() {
	var g run.Group
	srv := &http.Server{}
	g.Add(func() error { return srv.ListenAndServe() }, func(error) { srv.Shutdown(context.Background()) }) // strict: unbounded-stop
	g.Run()

	group, ctx := errgroup.WithContext(context.Background())
	paired := &http.Server{}
	group.Go(paired.ListenAndServe)
	group.Go(func() error {
		<-ctx.Done()
		return paired.Shutdown(context.WithoutCancel(ctx)) // strict: unbounded-stop
	})
	group.Wait()

	after := &http.Server{}
	go after.ListenAndServe()
	stopped := make(chan struct{})
	context.AfterFunc(ctx, func() {
		defer close(stopped)
		after.Shutdown(context.WithoutCancel(ctx)) // strict: unbounded-stop
	})
	<-stopped
}
