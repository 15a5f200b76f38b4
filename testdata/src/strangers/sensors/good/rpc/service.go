package rpc

import (
	"context"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/sensors/good/collect"
	"strangers/sensors/good/sensorspb"
)

// Service is a gRPC server that a supervisor can restart.
type Service struct {
	sensorspb.UnimplementedSensorsServer
	addr string
	to   *collect.Collector
}

func New(addr string, to *collect.Collector) *Service {
	return &Service{addr: addr, to: to}
}

// Serve implements suture.Service.
func (s *Service) Serve(ctx context.Context) error {
	lis, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	srv := grpc.NewServer()
	sensorspb.RegisterSensorsServer(srv, s)

	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(lis) }()

	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		srv.GracefulStop()
		return ctx.Err()
	}
}

func (s *Service) Report(_ context.Context, v *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	s.to.Put("t1", v.Value)
	return wrapperspb.String("noted"), nil
}
