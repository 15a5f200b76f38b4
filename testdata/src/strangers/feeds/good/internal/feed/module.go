package feed

import (
	"context"
	"time"

	"go.uber.org/fx"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/feeds/good/internal/feedspb"
)

// Module provides the service under the interface that the transport wants.
var Module = fx.Module("feed",
	fx.Provide(fx.Annotate(newService, fx.As(new(feedspb.FeedsServer)))),
)

type service struct {
	feedspb.UnimplementedFeedsServer
}

func newService() *service { return &service{} }

func (s *service) Latest(_ context.Context, name *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	return wrapperspb.String("nothing new in " + name.GetValue()), nil
}
