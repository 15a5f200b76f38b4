// Package scores counts goals.
package scores

import (
	"log"
	"net/http"
	"sync"
	"time"
)

// A Board counts goals and sends mails about them in the background.
type Board struct {
	mu      sync.Mutex
	goals   map[string]int
	changed chan string
	mails   sync.WaitGroup
}

// NewBoard returns an empty board.
func NewBoard() *Board {
	return &Board{goals: map[string]int{}, changed: make(chan string, 16)}
}

// Changed is where new scores come from.
func (b *Board) Changed() <-chan string { return b.changed }

// Goal handles the request that a team has scored.
func (b *Board) Goal(w http.ResponseWriter, r *http.Request) {
	team := r.FormValue("team")
	b.mu.Lock()
	b.goals[team]++
	b.mu.Unlock()
	b.mails.Go(func() { mail(team) })
	w.WriteHeader(http.StatusAccepted)
}

// Flush waits until every mail is sent.
func (b *Board) Flush() { b.mails.Wait() }

func mail(team string) {
	time.Sleep(100 * time.Millisecond)
	log.Printf("mail: %s scored", team)
}
