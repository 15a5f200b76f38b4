// Package catalogpb is what protoc would make.
package catalogpb

import (
	"context"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
)

type ListRequest struct{ Category string }

type ListResponse struct{ Names []string }

type CatalogServer interface {
	List(context.Context, *ListRequest) (*ListResponse, error)
}

type UnimplementedCatalogServer struct{}

func (UnimplementedCatalogServer) List(context.Context, *ListRequest) (*ListResponse, error) {
	return &ListResponse{}, nil
}

var serviceDesc = grpc.ServiceDesc{ServiceName: "catalog.Catalog", HandlerType: (*CatalogServer)(nil)}

func RegisterCatalogServer(s grpc.ServiceRegistrar, srv CatalogServer) {
	s.RegisterService(&serviceDesc, srv)
}

func RegisterCatalogHandler(ctx context.Context, mux *runtime.ServeMux, conn *grpc.ClientConn) error {
	return nil
}
