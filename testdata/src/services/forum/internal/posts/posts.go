// Package posts keeps what people wrote.
package posts

import (
	"context"
	"database/sql"
)

// Posts are in a database.
type Posts struct{ db *sql.DB }

// New returns the posts of a database.
func New(db *sql.DB) *Posts { return &Posts{db: db} }

// Add adds a post to a thread.
func (p *Posts) Add(ctx context.Context, thread, text string) error {
	_, err := p.db.ExecContext(ctx, `INSERT INTO posts (thread, text) VALUES ($1, $2)`, thread, text)
	return err
}

// Of returns the posts of a thread.
func (p *Posts) Of(ctx context.Context, thread string) ([]string, error) {
	rows, err := p.db.QueryContext(ctx, `SELECT text FROM posts WHERE thread = $1`, thread)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var texts []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		texts = append(texts, text)
	}
	return texts, rows.Err()
}
