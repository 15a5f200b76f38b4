package rpc

import (
	"context"
	"log/slog"
	"net"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/roster/bad/internal/rosterpb"
)

type Server struct {
	rosterpb.UnimplementedRosterServer

	log    *slog.Logger
	grpc   *grpc.Server
	health *health.Server
}

func NewServer(log *slog.Logger) *Server {
	s := &Server{
		log:    log,
		grpc:   grpc.NewServer(),
		health: health.NewServer(),
	}
	rosterpb.RegisterRosterServer(s.grpc, s)
	healthpb.RegisterHealthServer(s.grpc, s.health)
	reflection.Register(s.grpc)
	return s
}

// Serve blocks until Drain has ended.
func (s *Server) Serve(lis net.Listener) error {
	s.health.SetServingStatus("roster.Roster", healthpb.HealthCheckResponse_SERVING)
	return s.grpc.Serve(lis)
}

// Drain gives open calls the time d.
func (s *Server) Drain(d time.Duration) {
	s.health.Shutdown()
	t := time.AfterFunc(d, func() {
		s.log.Warn("calls are still open, cutting them")
		s.grpc.Stop()
	})
	defer t.Stop()
	s.grpc.GracefulStop()
}

// Lookup finds a player.
func (s *Server) Lookup(ctx context.Context, in *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	s.log.InfoContext(ctx, "lookup", "name", in.Value)
	return wrapperspb.String("#10 " + in.Value), nil
}
