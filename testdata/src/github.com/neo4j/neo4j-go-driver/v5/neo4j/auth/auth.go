// Package auth is a stub of the library.
package auth

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/db"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/internal/auth"
)

type TokenManager interface {
	GetAuthToken(ctx context.Context) (auth.Token, error)
	HandleSecurityException(context.Context, auth.Token, *db.Neo4jError) (bool, error)
}
