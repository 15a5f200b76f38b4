// Package api is what clients of the ledger see.
package api

import (
	"database/sql"
	"net/http"
)

// New returns the API's routes.
func New(db *sql.DB) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /transfers", func(w http.ResponseWriter, r *http.Request) {
		tx, err := db.BeginTx(r.Context(), nil)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer tx.Rollback()
		for _, side := range []string{"from", "to"} {
			if _, err := tx.ExecContext(r.Context(), `INSERT INTO entries (account) VALUES ($1)`, r.FormValue(side)); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
		}
		if err := tx.Commit(); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	return mux
}
