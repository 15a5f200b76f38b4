package collect

import (
	"context"
	"sync"
	"time"
)

// A Collector keeps the last value of every sensor.
type Collector struct {
	mu   sync.Mutex
	last map[string]string
}

func New() *Collector { return &Collector{last: map[string]string{}} }

// Serve implements suture.Service.
func (c *Collector) Serve(ctx context.Context) error {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
			c.forget()
		}
	}
}

func (c *Collector) forget() {
	c.mu.Lock()
	clear(c.last)
	c.mu.Unlock()
}

func (c *Collector) Put(sensor, value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last[sensor] = value
}
