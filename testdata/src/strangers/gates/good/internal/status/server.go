package status

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/go-logr/logr"
)

// Server tells people whether the gates are open. It runs on every replica.
type Server struct {
	Addr    string
	Elected <-chan struct{}
}

func (s *Server) NeedLeaderElection() bool { return false }

// Start blocks until the context is cancelled and the server has drained.
func (s *Server) Start(ctx context.Context) error {
	log := logr.FromContextOrDiscard(ctx)
	mux := http.NewServeMux()
	mux.HandleFunc("/gates", s.gates)
	srv := &http.Server{Addr: s.Addr, Handler: mux}

	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		log.Info("shutting down")
		timeout, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(timeout); err != nil {
			log.Error(err, "shutdown")
		}
	}()

	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	wg.Wait()
	return nil
}

func (s *Server) gates(w http.ResponseWriter, r *http.Request) {
	select {
	case <-s.Elected:
		w.Write([]byte("open"))
	default:
		w.Write([]byte("somebody else watches"))
	}
}
