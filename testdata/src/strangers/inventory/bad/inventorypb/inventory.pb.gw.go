// Package inventorypb is what protoc would make.
package inventorypb

import (
	"context"
	"net/http"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// RegisterInventoryHandler registers the http handlers for service Inventory to "mux".
// The handlers forward requests to the grpc endpoint over "conn".
func RegisterInventoryHandler(ctx context.Context, mux *runtime.ServeMux, conn *grpc.ClientConn) error {
	return mux.HandlePath(http.MethodGet, "/v1/count/{sku}", func(w http.ResponseWriter, r *http.Request, params map[string]string) {
		out := new(wrapperspb.StringValue)
		if err := conn.Invoke(r.Context(), "/inventory.Inventory/Count", wrapperspb.String(params["sku"]), out); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		w.Write([]byte(out.GetValue()))
	})
}
