// Package silent waits for stops that return at once.
package silent

import (
	"context"
	"log"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nsqio/go-nsq"
	"github.com/robfig/cron/v3"
)

func received(ctx context.Context, jobs *cron.Cron) {
	jobs.Start()
	<-ctx.Done()
	<-jobs.Stop().Done()
}

func deferred(ctx context.Context, jobs *cron.Cron) {
	defer func() { <-jobs.Stop().Done() }()
	jobs.Start()
	<-ctx.Done()
}

func selected(ctx context.Context, jobs *cron.Cron) {
	jobs.Start()
	<-ctx.Done()
	stopped := jobs.Stop()
	select {
	case <-stopped.Done():
	case <-time.After(10 * time.Second):
		log.Print("jobs still run")
	}
}

// The caller waits.

func Stop(jobs *cron.Cron) context.Context { return jobs.Stop() }

func channel(jobs *cron.Cron) <-chan struct{} { return jobs.Stop().Done() }

type worker struct {
	jobs    *cron.Cron
	stopped context.Context
}

func (w *worker) stop() { w.stopped = w.jobs.Stop() }

func (w *worker) wait() { <-w.stopped.Done() }

func helper(jobs *cron.Cron) { wait(jobs.Stop()) }

func wait(ctx context.Context) { <-ctx.Done() }

// The jobs have not begun yet.
func failed(jobs *cron.Cron, work func()) error {
	if _, err := jobs.AddFunc("@hourly", work); err != nil {
		return err
	}
	jobs.Start()
	return nil
}

// The handler says when the connection is closed, which Drain does at its end.
func handler(ctx context.Context) error {
	var wg sync.WaitGroup
	wg.Add(1)
	conn, err := nats.Connect("nats://nats:4222", nats.ClosedHandler(func(*nats.Conn) { wg.Done() }))
	if err != nil {
		return err
	}
	<-ctx.Done()
	if err := conn.Drain(); err != nil {
		return err
	}
	wg.Wait()
	return nil
}

func polled(ctx context.Context, conn *nats.Conn) error {
	<-ctx.Done()
	if err := conn.Drain(); err != nil {
		return err
	}
	for !conn.IsClosed() {
		time.Sleep(50 * time.Millisecond)
	}
	return nil
}

func consume(ctx context.Context, consumer *nsq.Consumer) error {
	if err := consumer.ConnectToNSQD("nsqd:4150"); err != nil {
		return err
	}
	<-ctx.Done()
	consumer.Stop()
	<-consumer.StopChan
	return nil
}
