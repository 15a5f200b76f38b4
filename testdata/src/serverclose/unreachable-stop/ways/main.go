// Stops that run only when serving has ended: behind a start that blocks, or deferred in its function.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch os.Args[1] {
	case "after":
		after(ctx)
	case "deferred":
		deferred()
	case "deferred-closure":
		deferredClosure(ctx)
	case "fatal":
		fatal()
	case "app":
		a := &app{srv: &http.Server{Addr: ":8080"}}
		a.run()
		<-ctx.Done()
		a.close()
	case "caller":
		srv := &http.Server{Addr: ":8080"}
		defer shutdown(srv)
		listen(srv)
	case "grpc":
		rpc(ctx)
	case "joined":
		joined(ctx)
	case "errgroup":
		group()
	case "same-goroutine":
		sameGoroutine(ctx)
	case "interface":
		r := runner(&api{http.Server{Addr: ":8080"}})
		defer r.Stop()
		r.Run()
	case "generic":
		srv := &http.Server{Addr: ":8080"}
		serveAndStop(srv, func() { shutdown(srv) })
	case "list":
		list()
	}
}

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

func after(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	if err := srv.ListenAndServe(); err != nil {
		log.Print(err)
	}
	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
}

func deferred() {
	app := fiber.New()
	defer app.ShutdownWithTimeout(10 * time.Second) // want `\(serverclose/unreachable-stop\)`
	log.Print(app.Listen(":8080"))
}

// That the signal comes in, in a goroutine, helps nobody.
func deferredClosure(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		<-ctx.Done()
		log.Print("stopping")
	}()
	defer func() {
		shutdownCtx, cancel := limit()
		defer cancel()
		if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/unreachable-stop\)`
			log.Print(err)
		}
	}()
	srv.ListenAndServe()
}

func fatal() {
	srv := &http.Server{Addr: ":8080"}
	log.Fatal(srv.ListenAndServe())
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
}

type app struct{ srv *http.Server }

func (a *app) run() {
	log.Print("listening on ", a.srv.Addr)
	a.srv.ListenAndServe()
}

func (a *app) close() {
	shutdownCtx, cancel := limit()
	defer cancel()
	a.srv.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
}

func listen(srv *http.Server) error {
	lis, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		return err
	}
	return srv.Serve(lis)
}

func shutdown(srv *http.Server) {
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
}

func rpc(ctx context.Context) {
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	srv := grpc.NewServer()
	if err := srv.Serve(lis); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	timer := time.AfterFunc(10*time.Second, srv.Stop)
	defer timer.Stop()
	srv.GracefulStop() // want `\(serverclose/unreachable-stop\)`
}

// The start is in a goroutine; the wait for its end is as good as the start.
func joined(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	var wg sync.WaitGroup
	wg.Go(func() { srv.ListenAndServe() })
	wg.Wait()
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
}

func group() {
	srv := &http.Server{Addr: ":8080"}
	var g errgroup.Group
	g.Go(srv.ListenAndServe)
	if err := g.Wait(); err != nil {
		log.Print(err)
	}
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
}

// Both are in the goroutine, the stop behind the start.
func sameGoroutine(ctx context.Context) {
	srv := &http.Server{Addr: ":8080"}
	go func() {
		srv.ListenAndServe()
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
	}()
	<-ctx.Done()
}

type runner interface {
	Run()
	Stop()
}

type api struct{ http.Server }

func (a *api) Run() { a.ListenAndServe() }

func (a *api) Stop() {
	shutdownCtx, cancel := limit()
	defer cancel()
	a.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
}

func serveAndStop[S interface{ ListenAndServe() error }](srv S, stop func()) {
	defer stop()
	srv.ListenAndServe()
}

// The stops are kept in a list that is walked when the last server has ended.
func list() {
	var stops []func(context.Context) error
	servers := []*http.Server{{Addr: ":8080"}, {Addr: ":8081"}}
	var g errgroup.Group
	for _, srv := range servers {
		g.Go(srv.ListenAndServe)
		stops = append(stops, srv.Shutdown)
	}
	g.Wait()
	shutdownCtx, cancel := limit()
	defer cancel()
	for _, stop := range stops {
		stop(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
	}
}
