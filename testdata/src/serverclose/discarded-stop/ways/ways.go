// Package ways does not wait for stops that return at once, in each way that is seen.
package ways

import (
	"context"
	"log"

	"github.com/nats-io/nats.go"
	"github.com/nsqio/go-nsq"
	"github.com/robfig/cron/v3"
)

func jobs(ctx context.Context) {
	a, b, c, d := cron.New(), cron.New(), cron.New(), cron.New()
	for _, jobs := range []*cron.Cron{a, b, c, d} {
		jobs.Start()
	}
	defer a.Stop() // want `\(serverclose/discarded-stop\)`
	defer func() {
		_ = b.Stop() // want `\(serverclose/discarded-stop\)`
		log.Print("stopped")
	}()
	<-ctx.Done()
	c.Stop() // want `\(serverclose/discarded-stop\)`
	stop := d.Stop
	stop() // want `\(serverclose/discarded-stop\)`
}

func goroutine(ctx context.Context, jobs *cron.Cron) {
	go func() {
		<-ctx.Done()
		jobs.Stop() // want `\(serverclose/discarded-stop\)`
	}()
	jobs.Run()
}

type worker struct {
	jobs *cron.Cron
	conn *nats.Conn
}

func (w *worker) Close() {
	w.jobs.Stop()                          // want `\(serverclose/discarded-stop\)`
	if err := w.conn.Drain(); err != nil { // want `\(serverclose/discarded-stop\)`
		log.Print(err)
	}
}

func subscribe(ctx context.Context) error {
	conn, err := nats.Connect("nats://nats:4222")
	if err != nil {
		return err
	}
	defer conn.Drain() // want `\(serverclose/discarded-stop\)`
	if _, err := conn.Subscribe("orders", handle); err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}

func handle(msg *nats.Msg) { msg.Respond(nil) }

// Close cuts what Drain has begun.
func closed(ctx context.Context, conn *nats.Conn) error {
	<-ctx.Done()
	err := conn.Drain() // want `\(serverclose/discarded-stop\)`
	conn.Close()
	return err
}

func consume(ctx context.Context, consumer *nsq.Consumer) error {
	if err := consumer.ConnectToNSQD("nsqd:4150"); err != nil {
		return err
	}
	<-ctx.Done()
	consumer.Stop() // want `\(serverclose/discarded-stop\)`
	return nil
}
