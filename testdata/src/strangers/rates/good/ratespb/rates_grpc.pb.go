// Package ratespb is what protoc would make.
package ratespb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// RatesServer is the server API for Rates service.
type RatesServer interface {
	Quote(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error)
}

// UnimplementedRatesServer should be embedded to have forward compatible implementations.
type UnimplementedRatesServer struct{}

func (UnimplementedRatesServer) Quote(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	return nil, status.Error(codes.Unimplemented, "method Quote not implemented")
}

func RegisterRatesServer(s grpc.ServiceRegistrar, srv RatesServer) {
	s.RegisterService(&Rates_ServiceDesc, srv)
}

func _Rates_Quote_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(RatesServer).Quote(ctx, in)
	}
	info := &grpc.UnaryServerInfo{
		Server:     srv,
		FullMethod: "/rates.Rates/Quote",
	}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(RatesServer).Quote(ctx, req.(*wrapperspb.StringValue))
	}
	return interceptor(ctx, in, info, handler)
}

// Rates_ServiceDesc is the grpc.ServiceDesc for Rates service.
var Rates_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "rates.Rates",
	HandlerType: (*RatesServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Quote", Handler: _Rates_Quote_Handler},
	},
	Streams: []grpc.StreamDesc{},
}
