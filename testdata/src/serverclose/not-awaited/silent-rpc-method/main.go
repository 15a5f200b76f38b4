// A method serves in a goroutine, and has one of its own wait for the signal and stop the server: who waits for the method
// waits for the stop.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	"google.golang.org/grpc"
)

type runner struct {
	grpc *grpc.Server
	done chan struct{}
}

func (r *runner) start(ctx context.Context) error {
	r.grpc = grpc.NewServer()
	lis, err := net.Listen("tcp", ":9000")
	if err != nil {
		return err
	}
	go r.serve(ctx, lis)
	return nil
}

func (r *runner) serve(ctx context.Context, lis net.Listener) {
	defer close(r.done)
	go func() {
		<-ctx.Done()
		r.grpc.GracefulStop() // strict: unbounded-stop
	}()
	if err := r.grpc.Serve(lis); err != nil {
		log.Print(err)
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	r := &runner{done: make(chan struct{})}
	if err := r.start(ctx); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	<-r.done
}
