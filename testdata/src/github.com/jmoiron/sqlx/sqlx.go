// Package sqlx is a stub of the library.
package sqlx

import (
	"database/sql"
)

type DB struct {
	*sql.DB
}

func Connect(driverName, dataSourceName string) (*DB, error) { return nil, nil }
func Open(driverName, dataSourceName string) (*DB, error)    { return nil, nil }
