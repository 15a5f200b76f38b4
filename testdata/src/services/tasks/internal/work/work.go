// Package work does the tasks.
package work

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/hibiken/asynq"
)

// A Worker does tasks from Redis.
type Worker struct {
	server *asynq.Server
	done   atomic.Int64
}

// New returns a worker that is not running yet.
func New(redis string) *Worker {
	return &Worker{server: asynq.NewServer(
		asynq.RedisClientOpt{Addr: redis},
		asynq.Config{Concurrency: 8, ShutdownTimeout: 20 * time.Second},
	)}
}

// Start begins to take tasks.
func (w *Worker) Start() error {
	mux := asynq.NewServeMux()
	mux.HandleFunc("report:render", w.render)
	return w.server.Start(mux)
}

// Stop takes no further tasks, and waits for those that have begun.
func (w *Worker) Stop() {
	w.server.Shutdown()
}

// Done returns how many tasks were done.
func (w *Worker) Done() int64 { return w.done.Load() }

func (w *Worker) render(ctx context.Context, task *asynq.Task) error {
	if len(task.Payload()) == 0 {
		return fmt.Errorf("%s has no payload", task.Type())
	}
	w.done.Add(1)
	return nil
}
