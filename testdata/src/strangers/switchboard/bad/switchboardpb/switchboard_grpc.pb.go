// Package switchboardpb is what protoc would make.
package switchboardpb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// SwitchboardServer is the server API for Switchboard service.
type SwitchboardServer interface {
	Connect(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error)
}

// UnimplementedSwitchboardServer should be embedded to have forward compatible implementations.
type UnimplementedSwitchboardServer struct{}

func (UnimplementedSwitchboardServer) Connect(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	return nil, status.Error(codes.Unimplemented, "method Connect not implemented")
}

func RegisterSwitchboardServer(s grpc.ServiceRegistrar, srv SwitchboardServer) {
	s.RegisterService(&Switchboard_ServiceDesc, srv)
}

func _Switchboard_Connect_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(SwitchboardServer).Connect(ctx, in)
	}
	info := &grpc.UnaryServerInfo{
		Server:     srv,
		FullMethod: "/switchboard.Switchboard/Connect",
	}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(SwitchboardServer).Connect(ctx, req.(*wrapperspb.StringValue))
	}
	return interceptor(ctx, in, info, handler)
}

// Switchboard_ServiceDesc is the grpc.ServiceDesc for Switchboard service.
var Switchboard_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "switchboard.Switchboard",
	HandlerType: (*SwitchboardServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Connect", Handler: _Switchboard_Connect_Handler},
	},
	Streams: []grpc.StreamDesc{},
}
