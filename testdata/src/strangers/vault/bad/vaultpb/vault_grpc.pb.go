// Package vaultpb is what protoc would make.
package vaultpb

import (
	"context"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// VaultServer is the server API for Vault service.
type VaultServer interface {
	Open(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error)
}

// UnimplementedVaultServer should be embedded to have forward compatible implementations.
type UnimplementedVaultServer struct{}

func (UnimplementedVaultServer) Open(context.Context, *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	return nil, status.Error(codes.Unimplemented, "method Open not implemented")
}

func RegisterVaultServer(s grpc.ServiceRegistrar, srv VaultServer) {
	s.RegisterService(&Vault_ServiceDesc, srv)
}

func _Vault_Open_Handler(srv any, ctx context.Context, dec func(any) error, interceptor grpc.UnaryServerInterceptor) (any, error) {
	in := new(wrapperspb.StringValue)
	if err := dec(in); err != nil {
		return nil, err
	}
	if interceptor == nil {
		return srv.(VaultServer).Open(ctx, in)
	}
	info := &grpc.UnaryServerInfo{
		Server:     srv,
		FullMethod: "/vault.Vault/Open",
	}
	handler := func(ctx context.Context, req any) (any, error) {
		return srv.(VaultServer).Open(ctx, req.(*wrapperspb.StringValue))
	}
	return interceptor(ctx, in, info, handler)
}

// Vault_ServiceDesc is the grpc.ServiceDesc for Vault service.
var Vault_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "vault.Vault",
	HandlerType: (*VaultServer)(nil),
	Methods: []grpc.MethodDesc{
		{MethodName: "Open", Handler: _Vault_Open_Handler},
	},
	Streams: []grpc.StreamDesc{},
}
