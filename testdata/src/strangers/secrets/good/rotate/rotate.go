package rotate

import (
	"context"
	"net/http"
	"time"

	"sigs.k8s.io/controller-runtime/pkg/client"
)

type Rotator struct {
	c client.Client
}

func New(c client.Client) *Rotator { return &Rotator{c} }

// Every returns what rotates all secrets once per interval.
func (r *Rotator) Every(interval time.Duration) func(context.Context) error {
	return func(ctx context.Context) error {
		t := time.NewTicker(interval)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return nil
			case <-t.C:
				r.all(ctx)
			}
		}
	}
}

// Serve returns what serves requests to rotate one secret now.
func (r *Rotator) Serve(addr string) func(context.Context) error {
	return func(ctx context.Context) error {
		s := &http.Server{Addr: addr, Handler: http.HandlerFunc(r.now)}
		drained := make(chan error, 1)
		go func() {
			<-ctx.Done()
			limit, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			drained <- s.Shutdown(limit)
		}()
		if err := s.ListenAndServe(); err != http.ErrServerClosed {
			return err
		}
		return <-drained
	}
}

func (r *Rotator) all(context.Context) {}

func (r *Rotator) now(w http.ResponseWriter, req *http.Request) {
	r.all(req.Context())
	w.WriteHeader(http.StatusNoContent)
}
