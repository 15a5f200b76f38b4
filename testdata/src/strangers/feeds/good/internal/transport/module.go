package transport

import (
	"context"
	"net"

	"go.uber.org/fx"
	"go.uber.org/zap"
	"google.golang.org/grpc"

	"strangers/feeds/good/internal/config"
	"strangers/feeds/good/internal/feedspb"
)

// Module starts the gRPC server with the application and stops it with it.
var Module = fx.Module("transport",
	fx.Provide(newGRPC),
	fx.Invoke(register),
)

type params struct {
	fx.In

	Lifecycle fx.Lifecycle
	Config    *config.Config
	Log       *zap.Logger
	Feeds     feedspb.FeedsServer
	Server    *grpc.Server
}

func newGRPC() *grpc.Server { return grpc.NewServer() }

func register(p params) {
	feedspb.RegisterFeedsServer(p.Server, p.Feeds)
	p.Lifecycle.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			var lc net.ListenConfig
			l, err := lc.Listen(ctx, "tcp", p.Config.GRPCAddr)
			if err != nil {
				return err
			}
			p.Log.Info("grpc", zap.Stringer("addr", l.Addr()))
			go func() {
				if err := p.Server.Serve(l); err != nil {
					p.Log.Error("grpc", zap.Error(err))
				}
			}()
			return nil
		},
		OnStop: func(ctx context.Context) error {
			done := make(chan struct{})
			go func() {
				defer close(done)
				p.Server.GracefulStop()
			}()
			select {
			case <-done:
				return nil
			case <-ctx.Done():
				p.Server.Stop()
				return ctx.Err()
			}
		},
	})
}
