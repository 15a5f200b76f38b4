package secret

import (
	"context"
	"time"

	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/vault/bad/vaultpb"
)

type Store struct {
	vaultpb.UnimplementedVaultServer
}

func NewStore() *Store { return &Store{} }

func (*Store) Open(ctx context.Context, name *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	return wrapperspb.String("secret of " + name.GetValue()), nil
}
