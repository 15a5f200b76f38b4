package fleet

import (
	"context"
	"slices"
	"sync"
	"time"
)

type Fleet struct {
	mu   sync.Mutex
	free []int
}

func New(n int) *Fleet {
	f := &Fleet{}
	for i := range n {
		f.free = append(f.free, i)
	}
	return f
}

func (f *Fleet) Free() []int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.free)
}

func (f *Fleet) Take(id int) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	i := slices.Index(f.free, id)
	if i < 0 {
		return false
	}
	f.free = slices.Delete(f.free, i, i+1)
	return true
}

// Patrol brings bikes back until ctx is done.
func (f *Fleet) Patrol(ctx context.Context) error {
	t := time.NewTicker(time.Hour)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-t.C:
			f.mu.Lock()
			slices.Sort(f.free)
			f.mu.Unlock()
		}
	}
}
