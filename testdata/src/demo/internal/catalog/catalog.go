// Package catalog serves the goods of the shop.
package catalog

import (
	"encoding/json"
	"net/http"
)

type item struct {
	Name  string `json:"name"`
	Cents int    `json:"cents"`
}

var items = []item{{"Teapot", 2400}, {"Kettle", 3900}}

// Handler lists what there is to buy.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /items", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(items)
	})
	return mux
}
