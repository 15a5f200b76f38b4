// Package rosterpb is what protoc would make.
package rosterpb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// RosterServer is the server API for Roster service.
type RosterServer interface {
	Lookup(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error)
}

// UnimplementedRosterServer should be embedded to have forward compatible implementations.
type UnimplementedRosterServer struct{}

func (UnimplementedRosterServer) Lookup(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	return nil, status.Error(codes.Unimplemented, "method Lookup not implemented")
}

func RegisterRosterServer(s grpc.ServiceRegistrar, srv RosterServer) {
	s.RegisterService(&Roster_ServiceDesc, srv)
}

func _Roster_Lookup_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(RosterServer).Lookup(ctx, in)
	}
	info := &grpc.UnaryServerInfo{
		Server:     srv,
		FullMethod: "/roster.Roster/Lookup",
	}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(RosterServer).Lookup(ctx, req.(*wrapperspb.StringValue))
	}
	return interceptor(ctx, in, info, handler)
}

// Roster_ServiceDesc is the grpc.ServiceDesc for Roster service.
var Roster_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "roster.Roster",
	HandlerType: (*RosterServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Lookup", Handler: _Roster_Lookup_Handler},
	},
	Streams: []grpc.StreamDesc{},
}
