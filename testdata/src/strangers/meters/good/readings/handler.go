package readings

import (
	"io"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// Handler takes readings.
func Handler(up *Uploader) http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Timeout(30 * time.Second))
	r.Put("/readings/{meter}", func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		time.Sleep(1200 * time.Millisecond)
		up.Upload(chi.URLParam(r, "meter"), b)
		w.WriteHeader(http.StatusAccepted)
	})
	return r
}
