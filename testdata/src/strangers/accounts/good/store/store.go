package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"

	"strangers/accounts/good/accountspb"
)

// Open opens the database, which for now is in memory.
func Open(name string) (*sql.DB, error) {
	return sql.OpenDB(memory{name}), nil
}

type Accounts struct {
	accountspb.UnimplementedAccountsServer
	db *sql.DB
}

func NewAccounts(db *sql.DB) *Accounts { return &Accounts{db: db} }

func (a *Accounts) Balance(ctx context.Context, owner *wrapperspb.StringValue) (*wrapperspb.StringValue, error) {
	time.Sleep(1200 * time.Millisecond)
	if err := a.db.PingContext(ctx); err != nil {
		return nil, status.Error(codes.Unavailable, err.Error())
	}
	return wrapperspb.String(owner.GetValue() + " has 3"), nil
}

type memory struct{ name string }

func (m memory) Connect(context.Context) (driver.Conn, error) { return m, nil }
func (m memory) Driver() driver.Driver                        { return nil }
func (m memory) Prepare(string) (driver.Stmt, error)          { return nil, errors.ErrUnsupported }
func (m memory) Begin() (driver.Tx, error)                    { return nil, io.ErrUnexpectedEOF }
func (m memory) Close() error                                 { return nil }
