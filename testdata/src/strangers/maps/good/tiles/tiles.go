package tiles

import (
	"fmt"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
)

func Router() http.Handler {
	r := chi.NewRouter()
	r.Get("/{z}/{x}/{y}", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(1200 * time.Millisecond)
		fmt.Fprintf(w, "tile %s/%s/%s", chi.URLParam(r, "z"), chi.URLParam(r, "x"), chi.URLParam(r, "y"))
	})
	return r
}

func SearchRouter() http.Handler {
	r := chi.NewRouter()
	r.Get("/search", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(1200 * time.Millisecond)
		fmt.Fprintln(w, "nowhere")
	})
	return r
}
