// Package store keeps orders.
package store

import (
	"context"
	"database/sql"
)

type Store struct{ db *sql.DB }

func Open() (*Store, error) {
	db, err := sql.Open("postgres", "")
	if err != nil {
		return nil, err
	}
	return &Store{db}, nil
}

func (s *Store) Save(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, "INSERT INTO orders DEFAULT VALUES")
	return err
}

func (s *Store) Close() error { return s.db.Close() }
