package ticker

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"
)

// A Wheel turns.
type Wheel struct {
	every time.Duration
	turns atomic.Uint64
}

func NewWheel(every time.Duration) *Wheel { return &Wheel{every: every} }

func (w *Wheel) Turn(ctx context.Context) error {
	t := time.NewTicker(w.every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			w.turns.Add(1)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (w *Wheel) ServeHTTP(rw http.ResponseWriter, _ *http.Request) {
	time.Sleep(1200 * time.Millisecond)
	fmt.Fprintf(rw, "%d\n", w.turns.Load())
}
