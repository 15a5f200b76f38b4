// Package schedule does things when their time has come.
package schedule

import (
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/robfig/cron/v3"
)

// A Schedule is a running cron.
type Schedule struct{ cron *cron.Cron }

// Start begins to write a report into dir whenever the spec says so.
func Start(spec, dir string) (*Schedule, error) {
	c := cron.New()
	if _, err := c.AddFunc(spec, func() { write(dir) }); err != nil {
		return nil, err
	}
	c.Start()
	return &Schedule{cron: c}, nil
}

// Stop begins no further report, and waits for the one that is being written.
func (s *Schedule) Stop() {
	<-s.cron.Stop().Done()
}

func write(dir string) {
	name := filepath.Join(dir, time.Now().Format(time.DateOnly)+".txt")
	if err := os.WriteFile(name, []byte("all is well\n"), 0o600); err != nil {
		log.Printf("report: %v", err)
	}
}
