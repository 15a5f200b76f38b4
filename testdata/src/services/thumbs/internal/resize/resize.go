// Package resize makes the small pictures.
package resize

import (
	"database/sql"
	"os/exec"

	"services/thumbs/internal/pool"
)

// A Resizer remembers what it has made.
type Resizer struct{ db *sql.DB }

// New returns a resizer that writes to db.
func New(db *sql.DB) *Resizer { return &Resizer{db: db} }

// Do makes one picture.
func (r *Resizer) Do(job pool.Job) error {
	if err := exec.Command("vipsthumbnail", job.Path).Run(); err != nil {
		return err
	}
	_, err := r.db.Exec(`INSERT INTO thumbs (path) VALUES (?)`, job.Path)
	return err
}
