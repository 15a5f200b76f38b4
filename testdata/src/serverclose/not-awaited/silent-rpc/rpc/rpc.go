// Package rpc serves until it is told to stop.
package rpc

import (
	"context"
	"net"
	"time"

	"google.golang.org/grpc"
)

// Start serves in the background; what it returns tells how that ended.
func Start(ctx context.Context, lis net.Listener) <-chan error {
	srv := grpc.NewServer()
	errs := make(chan error, 1)
	go func() {
		<-ctx.Done()
		time.AfterFunc(10*time.Second, srv.Stop)
		srv.GracefulStop()
	}()
	go func() { errs <- srv.Serve(lis) }()
	return errs
}
