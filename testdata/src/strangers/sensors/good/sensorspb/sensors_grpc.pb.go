// Package sensorspb is what protoc would make.
package sensorspb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// SensorsServer is the server API for Sensors service.
type SensorsServer interface {
	Report(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error)
}

// UnimplementedSensorsServer should be embedded to have forward compatible implementations.
type UnimplementedSensorsServer struct{}

func (UnimplementedSensorsServer) Report(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	return nil, status.Error(codes.Unimplemented, "method Report not implemented")
}

func RegisterSensorsServer(s grpc.ServiceRegistrar, srv SensorsServer) {
	s.RegisterService(&Sensors_ServiceDesc, srv)
}

func _Sensors_Report_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(SensorsServer).Report(ctx, in)
	}
	info := &grpc.UnaryServerInfo{
		Server:     srv,
		FullMethod: "/sensors.Sensors/Report",
	}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(SensorsServer).Report(ctx, req.(*wrapperspb.StringValue))
	}
	return interceptor(ctx, in, info, handler)
}

// Sensors_ServiceDesc is the grpc.ServiceDesc for Sensors service.
var Sensors_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "sensors.Sensors",
	HandlerType: (*SensorsServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Report", Handler: _Sensors_Report_Handler},
	},
	Streams: []grpc.StreamDesc{},
}
