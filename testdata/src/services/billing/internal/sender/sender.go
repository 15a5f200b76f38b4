// Package sender sends the bills that are due.
package sender

import (
	"context"
	"database/sql"
	"log"
	"sync"
	"time"

	"go.uber.org/fx"
)

type sender struct {
	db   *sql.DB
	quit chan struct{}
	wg   sync.WaitGroup
}

// Start ties a sender to the application's life.
func Start(lc fx.Lifecycle, db *sql.DB) {
	s := &sender{db: db, quit: make(chan struct{})}
	lc.Append(fx.Hook{
		OnStart: func(context.Context) error {
			s.wg.Add(1)
			go s.loop()
			return nil
		},
		OnStop: func(context.Context) error {
			close(s.quit)
			s.wg.Wait()
			return nil
		},
	})
}

func (s *sender) loop() {
	defer s.wg.Done()
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-s.quit:
			return
		case <-tick.C:
			if err := s.sendDue(); err != nil {
				log.Printf("sender: %v", err)
			}
		}
	}
}

func (s *sender) sendDue() error {
	_, err := s.db.Exec(`UPDATE bills SET sent = now() WHERE due < now() AND sent IS NULL`)
	return err
}
