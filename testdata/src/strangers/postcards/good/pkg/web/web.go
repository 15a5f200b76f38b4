package web

import (
	"net/http"
	"time"

	log "github.com/sirupsen/logrus"
)

// NewServer returns a server of the cards.
func NewServer(addr string, ttl time.Duration) *http.Server {
	mux := http.NewServeMux()
	mux.Handle("/send", logged(send(ttl)))
	return &http.Server{
		Addr:              addr,
		Handler:           mux,
		ReadHeaderTimeout: time.Second,
	}
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func(at time.Time) {
			log.WithFields(log.Fields{"path": r.URL.Path, "took": time.Since(at)}).Info("request")
		}(time.Now())
		next.ServeHTTP(w, r)
	})
}

func send(ttl time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(1200 * time.Millisecond)
		w.Header().Set("Expires", time.Now().Add(ttl).Format(http.TimeFormat))
		w.Write([]byte("sent"))
	})
}
