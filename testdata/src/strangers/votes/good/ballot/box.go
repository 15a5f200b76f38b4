package ballot

import (
	"context"
	"log"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/go-chi/chi/v5"
)

type Box struct{ ayes, noes atomic.Int64 }

func NewBox() *Box { return &Box{} }

func (b *Box) Router() chi.Router {
	r := chi.NewRouter()
	r.Post("/aye", cast(&b.ayes))
	r.Post("/no", cast(&b.noes))
	return r
}

func cast(n *atomic.Int64) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(1200 * time.Millisecond)
		n.Add(1)
		w.WriteHeader(http.StatusNoContent)
	}
}

// Count says the result now and then.
func (b *Box) Count(ctx context.Context) error {
	for {
		select {
		case <-time.After(time.Minute):
			log.Printf("ayes %d, noes %d", b.ayes.Load(), b.noes.Load())
		case <-ctx.Done():
			return nil
		}
	}
}
