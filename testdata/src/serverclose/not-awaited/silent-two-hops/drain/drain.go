// Package drain waits for goroutines, for a time.
package drain

import (
	"errors"
	"sync"
	"time"
)

var ErrTimeout = errors.New("not everything has ended in time")

// Wait waits for the group.
func Wait(wg *sync.WaitGroup, limit time.Duration) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		wg.Wait()
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case <-done:
		return nil
	case <-timer.C:
		return ErrTimeout
	}
}
