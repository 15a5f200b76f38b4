// Package neo4j is a stub of the library.
package neo4j

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/auth"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

type Config = config.Config

type DriverWithContext interface {
	Close(ctx context.Context) error
}

func NewDriverWithContext(target string, auth auth.TokenManager, configurers ...func(*Config)) (DriverWithContext, error) {
	return nil, nil
}
