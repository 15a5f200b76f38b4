// Package scorespb is what protoc would make.
package scorespb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// ScoresServer is the server API for Scores service.
type ScoresServer interface {
	Goal(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error)
}

// UnimplementedScoresServer should be embedded to have forward compatible implementations.
type UnimplementedScoresServer struct{}

func (UnimplementedScoresServer) Goal(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	return nil, status.Error(codes.Unimplemented, "method Goal not implemented")
}

func RegisterScoresServer(s grpc.ServiceRegistrar, srv ScoresServer) {
	s.RegisterService(&Scores_ServiceDesc, srv)
}

func _Scores_Goal_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(ScoresServer).Goal(ctx, in)
	}
	info := &grpc.UnaryServerInfo{
		Server:     srv,
		FullMethod: "/scores.Scores/Goal",
	}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(ScoresServer).Goal(ctx, req.(*wrapperspb.StringValue))
	}
	return interceptor(ctx, in, info, handler)
}

// Scores_ServiceDesc is the grpc.ServiceDesc for Scores service.
var Scores_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "scores.Scores",
	HandlerType: (*ScoresServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Goal", Handler: _Scores_Goal_Handler},
	},
	Streams: []grpc.StreamDesc{},
}
