// Package gateway translates HTTP into gRPC.
package gateway

import (
	"context"
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"services/catalog/internal/catalogpb"
)

// New returns a handler and the connection that it calls the server through, which is for the caller to close.
func New(ctx context.Context, target string) (http.Handler, *grpc.ClientConn, error) {
	conn, err := grpc.NewClient(target, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, nil, err
	}
	mux := runtime.NewServeMux()
	if err := catalogpb.RegisterCatalogHandler(ctx, mux, conn); err != nil {
		conn.Close()
		return nil, nil, err
	}
	return mux, conn, nil
}
