// Package bills keeps the bills.
package bills

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/http"
	"os"

	"go.uber.org/fx"
)

// Open connects to the database, and closes it after everything that was made later has stopped.
func Open(lc fx.Lifecycle) (*sql.DB, error) {
	db, err := sql.Open("postgres", os.Getenv("BILLING_DSN"))
	if err != nil {
		return nil, err
	}
	lc.Append(fx.Hook{
		OnStart: db.PingContext,
		OnStop:  func(context.Context) error { return db.Close() },
	})
	return db, nil
}

// A Handler shows bills.
type Handler struct{ db *sql.DB }

// NewHandler returns a handler that reads from db.
func NewHandler(db *sql.DB) *Handler { return &Handler{db: db} }

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var total int
	err := h.db.QueryRowContext(r.Context(), `SELECT sum(cents) FROM bills WHERE customer = $1`, r.PathValue("customer")).Scan(&total)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	json.NewEncoder(w).Encode(map[string]int{"cents": total})
}
