// Package kitchen knows what there is to eat.
package kitchen

import (
	"encoding/json"
	"net/http"
	"time"
)

type dish struct {
	Name  string `json:"name"`
	Price int    `json:"price"`
}

// Routes returns all routes of the application.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/today", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode([]dish{{"Soup", 320}, {"Pasta", 560}})
	})
	mux.HandleFunc("/week", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(1200 * time.Millisecond) // the archive is on tape, more or less
		json.NewEncoder(w).Encode([]dish{{"Everything", 990}})
	})
	return mux
}
