// Each server has streams, and nothing limits the time for which its stop waits for them.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"serverclose/unbounded-stop/ways/chatpb"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch os.Args[1] {
	case "goroutine":
		err = goroutine(ctx)
	case "streams":
		err = streams(ctx)
	case "generated":
		err = generated(ctx)
	case "errgroup":
		err = group(ctx)
	case "fields":
		a := newApp()
		go a.serve()
		<-ctx.Done()
		a.stop()
	case "values":
		err = values(ctx)
	case "waited-for":
		err = waitedFor(ctx)
	}
	if err != nil {
		log.Print(err)
	}
}

func listen() net.Listener {
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	return lis
}

// withHealth registers the health service, and says NOT_SERVING when stop is called.
func withHealth(srv *grpc.Server) (stop func()) {
	checks := health.NewServer()
	healthpb.RegisterHealthServer(srv, checks)
	return checks.Shutdown
}

func goroutine(ctx context.Context) error {
	srv := grpc.NewServer()
	notServing := withHealth(srv)
	go func() {
		<-ctx.Done()
		notServing()
		srv.GracefulStop() // want `\(serverclose/unbounded-stop\)`
	}()
	return srv.Serve(listen())
}

var chat = grpc.ServiceDesc{ServiceName: "chat.Chat", Streams: []grpc.StreamDesc{{StreamName: "Listen", ServerStreams: true}}}

func streams(ctx context.Context) error {
	srv := grpc.NewServer()
	srv.RegisterService(&chat, nil)
	context.AfterFunc(ctx, srv.GracefulStop) // want `\(serverclose/unbounded-stop\)`
	return srv.Serve(listen())
}

func generated(ctx context.Context) error {
	srv := grpc.NewServer()
	chatpb.RegisterChatServer(srv, nil)
	go srv.Serve(listen())
	defer srv.GracefulStop() // want `\(serverclose/unbounded-stop\)`
	<-ctx.Done()
	return nil
}

func group(ctx context.Context) error {
	srv := grpc.NewServer()
	notServing := withHealth(srv)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return srv.Serve(listen()) })
	g.Go(func() error {
		<-ctx.Done()
		notServing()
		srv.GracefulStop() // want `\(serverclose/unbounded-stop\)`
		return nil
	})
	return g.Wait()
}

type app struct{ rpc *grpc.Server }

func newApp() *app {
	a := &app{rpc: grpc.NewServer()}
	a.register()
	return a
}

func (a *app) register() { chatpb.RegisterChatServer(a.rpc, nil) }

func (a *app) serve() { a.rpc.Serve(listen()) }

func (a *app) stop() {
	a.rpc.GracefulStop() // want `\(serverclose/unbounded-stop\)`
}

func values(ctx context.Context) error {
	srv := grpc.NewServer()
	chatpb.RegisterChatServer(srv, nil)
	stop := srv.GracefulStop
	go srv.Serve(listen())
	<-ctx.Done()
	stop() // want `\(serverclose/unbounded-stop\)`
	return nil
}

// That the stop runs in a goroutine of its own limits nothing: it is waited for.
func waitedFor(ctx context.Context) error {
	srv := grpc.NewServer()
	chatpb.RegisterChatServer(srv, nil)
	go srv.Serve(listen())
	<-ctx.Done()
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		srv.GracefulStop() // want `\(serverclose/unbounded-stop\)`
	}()
	<-stopped
	return nil
}
