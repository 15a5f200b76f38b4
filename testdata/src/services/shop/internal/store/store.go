// Package store keeps what the shop sells.
package store

import (
	"context"
	"database/sql"
	"fmt"
)

// A Store is a database of items.
type Store struct{ db *sql.DB }

// Open connects to the database.
func Open(dsn string) (*Store, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	return &Store{db: db}, nil
}

// Close closes the connections.
func (s *Store) Close() error { return s.db.Close() }

// Migrate makes the tables.
func (s *Store) Migrate(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS items (name text PRIMARY KEY, sold bool)`)
	return err
}

// All returns the names of the items.
func (s *Store) All(ctx context.Context) ([]string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT name FROM items WHERE NOT sold`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// Sell marks an item as sold.
func (s *Store) Sell(ctx context.Context, name string) error {
	_, err := s.db.ExecContext(ctx, `UPDATE items SET sold = true WHERE name = $1`, name)
	return err
}
