// Package track shows where parcels are.
package track

import (
	"database/sql"
	"fmt"
	"net/http"
)

// Feed takes what happens to parcels.
type Feed interface{ Seen(parcel string) }

// New returns the routes.
func New(db *sql.DB, feed Feed) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /parcels/{id}", func(w http.ResponseWriter, r *http.Request) {
		var place string
		if err := db.QueryRowContext(r.Context(), `SELECT place FROM parcels WHERE id = $1`, r.PathValue("id")).Scan(&place); err != nil {
			http.NotFound(w, r)
			return
		}
		feed.Seen(r.PathValue("id"))
		fmt.Fprintln(w, place)
	})
	return mux
}
