// Package tables knows which tables are free.
package tables

import (
	"context"
	"database/sql"
)

// A Repo is a database of tables.
type Repo struct{ db *sql.DB }

// Open connects to the database.
func Open(dsn string) (*Repo, error) {
	db, err := sql.Open("mysql", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(16)
	return &Repo{db: db}, nil
}

// Free returns how many tables are free.
func (r *Repo) Free(ctx context.Context) (n int, err error) {
	err = r.db.QueryRowContext(ctx, `SELECT count(*) FROM tables WHERE guest IS NULL`).Scan(&n)
	return n, err
}

// Close closes the connections.
func (r *Repo) Close() error { return r.db.Close() }
