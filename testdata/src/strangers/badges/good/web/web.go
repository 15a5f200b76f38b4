package web

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"os"

	"go.uber.org/fx"

	"strangers/badges/good/badge"
)

// Server stops with the application.
type Server struct {
	http *http.Server
	lc   fx.Lifecycle
}

func NewHandler(p *badge.Printer) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /badge/{name}", func(w http.ResponseWriter, r *http.Request) {
		io.WriteString(w, p.Print(r.PathValue("name")))
	})
	return mux
}

func NewServer(lc fx.Lifecycle, h http.Handler) *Server {
	return &Server{http: &http.Server{Addr: os.Getenv("BADGES_ADDR"), Handler: h}, lc: lc}
}

// Start is invoked.
func Start(s *Server) {
	s.lc.Append(fx.StartStopHook(s.start, s.stop))
}

func (s *Server) start() {
	go func() {
		if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Println(err)
		}
	}()
}

func (s *Server) stop(ctx context.Context) error {
	return s.http.Shutdown(ctx)
}
