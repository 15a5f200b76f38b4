// Package stock counts what is on the shelves.
package stock

import (
	"context"
	"net"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/grpclog"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/inventory/bad/inventorypb"
)

type service struct {
	inventorypb.UnimplementedInventoryServer
}

func (service) Count(ctx context.Context, sku *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	select {
	case <-time.After(1200 * time.Millisecond):
		return wrapperspb.String(sku.GetValue() + ": 12"), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// A Server serves the inventory.
type Server struct {
	rpc  *grpc.Server
	lis  net.Listener
	done sync.WaitGroup
}

// Listen starts a server in the background.
func Listen(network, addr string) (*Server, error) {
	lis, err := net.Listen(network, addr)
	if err != nil {
		return nil, err
	}
	s := &Server{rpc: grpc.NewServer(), lis: lis}
	inventorypb.RegisterInventoryServer(s.rpc, service{})
	s.done.Add(1)
	go func() {
		defer s.done.Done()
		if err := s.rpc.Serve(lis); err != nil {
			grpclog.Errorf("serve: %v", err)
		}
	}()
	return s, nil
}

// Target is what a client dials.
func (s *Server) Target() string { return s.lis.Addr().String() }

// Close stops the server when its calls have ended.
func (s *Server) Close() {
	s.rpc.GracefulStop()
	s.done.Wait()
}
