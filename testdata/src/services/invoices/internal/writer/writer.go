// Package writer writes invoices.
package writer

import "database/sql"

// A Writer writes to the database.
type Writer struct{ db *sql.DB }

// Open connects to the database.
func Open(dsn string) (*Writer, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	return &Writer{db: db}, nil
}

// Write writes the invoice of an order.
func (w *Writer) Write(order []byte) error {
	_, err := w.db.Exec(`INSERT INTO invoices (body) VALUES ($1) ON CONFLICT DO NOTHING`, order)
	return err
}

// Close closes the connections.
func (w *Writer) Close() error { return w.db.Close() }
