// Package pgx is a stub of the library.
package pgx

import (
	"context"
)

type Conn struct{}

func (c *Conn) Close(ctx context.Context) error { return nil }

type ConnConfig struct{}

func Connect(ctx context.Context, connString string) (*Conn, error)            { return nil, nil }
func ConnectConfig(ctx context.Context, connConfig *ConnConfig) (*Conn, error) { return nil, nil }
