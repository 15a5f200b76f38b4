package httpd

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

// Serve answers on addr till ctx ends.
func Serve(ctx context.Context, addr string, grace time.Duration) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /forecast/{city}", forecast)

	s := http.Server{
		Addr:              addr,
		Handler:           mux,
		ReadHeaderTimeout: 3 * time.Second,
	}

	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := s.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("serve %s: %w", addr, err)
		}
		return nil
	})
	g.Go(func() error {
		<-gctx.Done()
		drain, cancel := context.WithTimeout(context.WithoutCancel(gctx), grace)
		defer cancel()
		return s.Shutdown(drain)
	})
	return g.Wait()
}

func forecast(w http.ResponseWriter, r *http.Request) {
	select {
	case <-time.After(1200 * time.Millisecond): // the model thinks
		fmt.Fprintf(w, "%s: rain\n", r.PathValue("city"))
	case <-r.Context().Done():
	}
}
