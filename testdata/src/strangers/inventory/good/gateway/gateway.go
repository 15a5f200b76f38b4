package gateway

import (
	"context"
	"net/http"
	"time"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/grpclog"

	"strangers/inventory/good/inventorypb"
)

// Options is a set of options to be passed to Run
type Options struct {
	// Addr is the address to listen
	Addr string
	// GRPCServer defines an endpoint of a gRPC service
	GRPCServer string
}

// Run starts a HTTP server and blocks while running if successful.
// The server will be shutdown when "ctx" is canceled.
func Run(ctx context.Context, opts Options) error {
	conn, err := grpc.NewClient(opts.GRPCServer, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer conn.Close()

	gwmux := runtime.NewServeMux()
	if err := inventorypb.RegisterInventoryHandler(context.WithoutCancel(ctx), gwmux, conn); err != nil {
		return err
	}

	s := &http.Server{
		Addr:    opts.Addr,
		Handler: gwmux,
	}
	shutdown := make(chan struct{})
	go func() {
		defer close(shutdown)
		<-ctx.Done()
		grpclog.Infof("Shutting down the http server")
		timeout, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := s.Shutdown(timeout); err != nil {
			grpclog.Errorf("Failed to shutdown http server: %v", err)
		}
	}()

	grpclog.Infof("Starting listening at %s", opts.Addr)
	if err := s.ListenAndServe(); err != http.ErrServerClosed {
		grpclog.Errorf("Failed to listen and serve: %v", err)
		return err
	}
	<-shutdown
	return nil
}
