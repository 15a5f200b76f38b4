package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"golang.org/x/sync/errgroup"

	"strangers/bikes/good/internal/fleet"
)

// ListenAndServe serves the API of the fleet until ctx is cancelled.
func ListenAndServe(ctx context.Context, addr string, f *fleet.Fleet) error {
	r := chi.NewRouter()
	r.Use(middleware.RequestID)
	r.Use(middleware.Recoverer)
	r.Route("/bikes", func(r chi.Router) {
		r.Get("/", list(f))
		r.Post("/{id}/unlock", unlock(f))
	})

	srv := &http.Server{Addr: addr, Handler: r}

	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return srv.Shutdown(shutdownCtx)
	})
	g.Go(func() error {
		return f.Patrol(ctx)
	})
	return g.Wait()
}

func list(f *fleet.Fleet) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_ = json.NewEncoder(w).Encode(f.Free())
	}
}

func unlock(f *fleet.Fleet) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id, err := strconv.Atoi(chi.URLParam(r, "id"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		time.Sleep(1200 * time.Millisecond)
		if !f.Take(id) {
			w.WriteHeader(http.StatusConflict)
		}
	}
}
