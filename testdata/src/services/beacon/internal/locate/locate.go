// Package locate knows the places of beacons.
package locate

import (
	"context"
	"sync"
	"time"
)

// An Index maps beacons to places.
type Index struct {
	mu     sync.RWMutex
	places map[string]string
}

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{places: map[string]string{}} }

// Place returns where a beacon is.
func (i *Index) Place(beacon string) string {
	i.mu.RLock()
	defer i.mu.RUnlock()
	return i.places[beacon]
}

func (i *Index) load() {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.places["b1"] = "Hall 1"
}

// An Updater is a runner that keeps an index up to date.
type Updater struct {
	index *Index
	every time.Duration
	quit  chan struct{}
	once  sync.Once
}

// NewUpdater returns an updater that is not running yet.
func NewUpdater(index *Index, every time.Duration) *Updater {
	return &Updater{index: index, every: every, quit: make(chan struct{})}
}

// Start updates the index until Stop.
func (u *Updater) Start() error {
	tick := time.NewTicker(u.every)
	defer tick.Stop()
	for {
		u.index.load()
		select {
		case <-tick.C:
		case <-u.quit:
			return nil
		}
	}
}

// Stop ends Start.
func (u *Updater) Stop(context.Context) error {
	u.once.Do(func() { close(u.quit) })
	return nil
}
