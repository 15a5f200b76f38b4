package calls

import (
	"context"
	"io"
	"net/http"
	"time"

	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/switchboard/good/switchboardpb"
)

type Operator struct {
	switchboardpb.UnimplementedSwitchboardServer
}

func NewOperator() *Operator { return &Operator{} }

func (o *Operator) Connect(ctx context.Context, to *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	return wrapperspb.String("connected to " + to.GetValue()), nil
}

func (o *Operator) Page() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(1200 * time.Millisecond)
		io.WriteString(w, "<h1>operator</h1>")
	})
}
