package planner

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/routes/good/routespb"
)

type Planner struct {
	routespb.UnimplementedRoutesServer
	calls atomic.Int32
}

func New() *Planner { return new(Planner) }

// Count is an interceptor.
func (p *Planner) Count(ctx context.Context, req any, _ *grpc.UnaryServerInfo, next grpc.UnaryHandler) (any, error) {
	p.calls.Add(1)
	return next(ctx, req)
}

func (p *Planner) Plan(_ context.Context, in *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	return wrapperspb.String("left, right, " + in.GetValue()), nil
}

func (p *Planner) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, p.calls.Load(), "plans made")
}
