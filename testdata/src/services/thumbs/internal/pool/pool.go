// Package pool does jobs on a fixed number of goroutines.
package pool

import (
	"errors"
	"log"
	"sync"
)

// A Job names a picture.
type Job struct{ Path string }

// A Worker does jobs.
type Worker interface{ Do(Job) error }

// ErrFull is returned when no worker will be free soon.
var ErrFull = errors.New("too many jobs")

// A Pool holds jobs and those who do them.
type Pool struct {
	size   int
	worker Worker
	jobs   chan Job
	wg     sync.WaitGroup
}

// New returns a pool whose workers do nothing yet.
func New(size int, worker Worker) *Pool {
	return &Pool{size: size, worker: worker, jobs: make(chan Job, 10*size)}
}

// Start starts the workers.
func (p *Pool) Start() {
	for range p.size {
		p.wg.Add(1)
		go func() {
			defer p.wg.Done()
			for job := range p.jobs {
				if err := p.worker.Do(job); err != nil {
					log.Printf("%s: %v", job.Path, err)
				}
			}
		}()
	}
}

// Submit adds a job.
func (p *Pool) Submit(job Job) error {
	select {
	case p.jobs <- job:
		return nil
	default:
		return ErrFull
	}
}

// Drain waits until every job is done. There must be no Submit after it.
func (p *Pool) Drain() {
	close(p.jobs)
	p.wg.Wait()
}
