package audit

import (
	"encoding/json"
	"io"
	"net/http"
	"sync"
	"time"
)

// A Log keeps who did what.
type Log struct {
	mu     sync.Mutex
	events []string
}

func NewLog() *Log { return &Log{events: []string{}} }

func (l *Log) append(w http.ResponseWriter, r *http.Request) {
	b, err := io.ReadAll(io.LimitReader(r.Body, 1<<16))
	if err != nil {
		http.Error(w, "unreadable", http.StatusBadRequest)
		return
	}
	l.mu.Lock()
	l.events = append(l.events, string(b))
	l.mu.Unlock()
}

func (l *Log) export(w http.ResponseWriter, r *http.Request) {
	time.Sleep(1200 * time.Millisecond)
	l.mu.Lock()
	defer l.mu.Unlock()
	json.NewEncoder(w).Encode(l.events)
}
