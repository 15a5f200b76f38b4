// Package feedspb is what protoc would make.
package feedspb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// FeedsServer is the server API for Feeds service.
type FeedsServer interface {
	Latest(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error)
}

// UnimplementedFeedsServer should be embedded to have forward compatible implementations.
type UnimplementedFeedsServer struct{}

func (UnimplementedFeedsServer) Latest(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	return nil, status.Error(codes.Unimplemented, "method Latest not implemented")
}

func RegisterFeedsServer(s grpc.ServiceRegistrar, srv FeedsServer) {
	s.RegisterService(&Feeds_ServiceDesc, srv)
}

func _Feeds_Latest_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(FeedsServer).Latest(ctx, in)
	}
	info := &grpc.UnaryServerInfo{
		Server:     srv,
		FullMethod: "/feeds.Feeds/Latest",
	}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(FeedsServer).Latest(ctx, req.(*wrapperspb.StringValue))
	}
	return interceptor(ctx, in, info, handler)
}

// Feeds_ServiceDesc is the grpc.ServiceDesc for Feeds service.
var Feeds_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "feeds.Feeds",
	HandlerType: (*FeedsServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Latest", Handler: _Feeds_Latest_Handler},
	},
	Streams: []grpc.StreamDesc{},
}
