// Package events writes down who looked for which parcel.
package events

import (
	"context"
	"database/sql"
	"log"
)

// A Feed holds what is not written yet.
type Feed struct {
	db      *sql.DB
	seen    chan string
	flushed chan struct{}
}

// New returns a feed that writes to db.
func New(db *sql.DB) *Feed {
	return &Feed{db: db, seen: make(chan string, 1024), flushed: make(chan struct{})}
}

// Seen adds an event.
func (f *Feed) Seen(parcel string) { f.seen <- parcel }

// Run writes events until Flush.
func (f *Feed) Run() {
	defer close(f.flushed)
	for parcel := range f.seen {
		if _, err := f.db.Exec(`INSERT INTO seen (parcel) VALUES ($1)`, parcel); err != nil {
			log.Printf("events: %v", err)
		}
	}
}

// Flush waits until everything is written. Nothing may be added after it.
func (f *Feed) Flush(ctx context.Context) error {
	close(f.seen)
	select {
	case <-f.flushed:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
