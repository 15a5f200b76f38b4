// Package feed streams scores.
package feed

import (
	"fmt"
	"net/http"
	"sync"
)

// Scores are what is streamed.
type Scores interface{ Changed() <-chan string }

// A Feed is a handler whose streams Close ends.
type Feed struct {
	scores Scores
	closed chan struct{}
	once   sync.Once
}

// New returns a feed of scores.
func New(scores Scores) *Feed { return &Feed{scores: scores, closed: make(chan struct{})} }

func (f *Feed) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	stream := http.NewResponseController(w)
	for {
		select {
		case score := <-f.scores.Changed():
			fmt.Fprintf(w, "data: %s\n\n", score)
			if err := stream.Flush(); err != nil {
				return
			}
		case <-r.Context().Done():
			return
		case <-f.closed:
			return
		}
	}
}

// Close ends all streams.
func (f *Feed) Close() { f.once.Do(func() { close(f.closed) }) }
