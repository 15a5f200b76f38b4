// Package store keeps links.
package store

import (
	"context"
	"database/sql"
	"log"
	"sync"
	"time"
)

// A Store keeps links in a database, and counts clicks in memory until it writes them down once a second.
type Store struct {
	db     *sql.DB
	clicks chan string
	quit   chan struct{}
	wg     sync.WaitGroup
}

// Open connects to the database.
func Open(dsn string) (*Store, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, clicks: make(chan string, 1024), quit: make(chan struct{})}
	s.wg.Add(1)
	go s.count()
	return s, nil
}

// Target returns where a link leads.
func (s *Store) Target(ctx context.Context, name string) (target string, err error) {
	err = s.db.QueryRowContext(ctx, `SELECT target FROM links WHERE name = $1`, name).Scan(&target)
	if err == nil {
		s.clicks <- name
	}
	return target, err
}

// Close writes what is left, and closes the connections.
func (s *Store) Close() error {
	close(s.quit)
	s.wg.Wait()
	return s.db.Close()
}

func (s *Store) count() {
	defer s.wg.Done()
	clicks := map[string]int{}
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		select {
		case name := <-s.clicks:
			clicks[name]++
		case <-tick.C:
			s.write(clicks)
		case <-s.quit:
			for len(s.clicks) > 0 {
				clicks[<-s.clicks]++
			}
			s.write(clicks)
			return
		}
	}
}

func (s *Store) write(clicks map[string]int) {
	for name, n := range clicks {
		if _, err := s.db.Exec(`UPDATE links SET clicks = clicks + $1 WHERE name = $2`, n, name); err != nil {
			log.Printf("clicks: %v", err)
			return
		}
		delete(clicks, name)
	}
}
