// The server lies behind interfaces: each with one implementation in sight, in a slice, started and stopped in loops.
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

	"google.golang.org/grpc"
)

type runner interface {
	Name() string
	Start() error
	Stop(ctx context.Context) error
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	runners := []runner{newWeb(":8080"), &rpc{addr: ":9090", srv: grpc.NewServer()}}
	var wg sync.WaitGroup
	for _, r := range runners {
		wg.Go(func() {
			if err := r.Start(); err != nil {
				log.Print(r.Name(), ": ", err)
				stop()
			}
		})
	}
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, r := range runners {
		if err := r.Stop(shutdownCtx); err != nil {
			log.Print(r.Name(), ": ", err)
		}
	}
	wg.Wait()
}

type web struct{ *http.Server }

func newWeb(addr string) runner { return &web{&http.Server{Addr: addr}} }

func (w *web) Name() string { return "web" }

func (w *web) Start() error {
	if err := w.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (w *web) Stop(ctx context.Context) error { return w.Shutdown(ctx) }

type rpc struct {
	addr string
	srv  *grpc.Server
}

func (r *rpc) Name() string { return "rpc" }

func (r *rpc) Start() error {
	lis, err := net.Listen("tcp", r.addr)
	if err != nil {
		return err
	}
	return r.srv.Serve(lis)
}

func (r *rpc) Stop(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.srv.GracefulStop()
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		r.srv.Stop()
		return ctx.Err()
	}
}
