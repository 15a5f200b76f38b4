// Package ingestpb is what protoc would make.
package ingestpb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// IngestServer is the server API for Ingest service.
type IngestServer interface {
	Push(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error)
}

// UnimplementedIngestServer should be embedded to have forward compatible implementations.
type UnimplementedIngestServer struct{}

func (UnimplementedIngestServer) Push(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	return nil, status.Error(codes.Unimplemented, "method Push not implemented")
}

func RegisterIngestServer(s grpc.ServiceRegistrar, srv IngestServer) {
	s.RegisterService(&Ingest_ServiceDesc, srv)
}

func _Ingest_Push_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(IngestServer).Push(ctx, in)
	}
	info := &grpc.UnaryServerInfo{
		Server:     srv,
		FullMethod: "/ingest.Ingest/Push",
	}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(IngestServer).Push(ctx, req.(*wrapperspb.StringValue))
	}
	return interceptor(ctx, in, info, handler)
}

// Ingest_ServiceDesc is the grpc.ServiceDesc for Ingest service.
var Ingest_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "ingest.Ingest",
	HandlerType: (*IngestServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Push", Handler: _Ingest_Push_Handler},
	},
	Streams: []grpc.StreamDesc{},
}
