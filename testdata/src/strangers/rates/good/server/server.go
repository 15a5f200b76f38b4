package server

import (
	"context"
	"log"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/rates/good/ratespb"
)

// Server embeds a gRPC server and knows where it listens.
type Server struct {
	*grpc.Server
	addr string
	lis  net.Listener
}

func New(addr string, opts ...grpc.ServerOption) *Server {
	return &Server{Server: grpc.NewServer(opts...), addr: addr}
}

func (s *Server) Addr() net.Addr { return s.lis.Addr() }

// Start listens and serves in the background.
func (s *Server) Start() error {
	lis, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	s.lis = lis
	go func() {
		if err := s.Serve(lis); err != nil {
			log.Fatalf("failed to serve: %v", err)
		}
	}()
	return nil
}

// Stop lets the calls end.
func (s *Server) Stop() {
	s.Server.GracefulStop()
}

// Rates implements ratespb.RatesServer.
type Rates struct {
	ratespb.UnimplementedRatesServer
}

func (*Rates) Quote(_ context.Context, in *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	return wrapperspb.String(in.GetValue() + "=1.0831"), nil
}
