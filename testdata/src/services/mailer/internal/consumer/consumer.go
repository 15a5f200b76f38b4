// Package consumer takes mails from NATS.
package consumer

import (
	"fmt"
	"log"
	"net/smtp"
	"time"

	"github.com/nats-io/nats.go"
)

// A Consumer sends mails until it is drained.
type Consumer struct {
	conn   *nats.Conn
	closed chan struct{}
}

// New connects, and begins to send.
func New(url string) (*Consumer, error) {
	c := &Consumer{closed: make(chan struct{})}
	conn, err := nats.Connect(url,
		nats.Name("mailer"),
		nats.DrainTimeout(25*time.Second),
		nats.ClosedHandler(func(*nats.Conn) { close(c.closed) }),
	)
	if err != nil {
		return nil, fmt.Errorf("nats: %w", err)
	}
	c.conn = conn
	if _, err := conn.QueueSubscribe("mail.send", "mailers", c.send); err != nil {
		conn.Close()
		return nil, fmt.Errorf("nats: %w", err)
	}
	return c, nil
}

// Connected reports whether the consumer can do its work.
func (c *Consumer) Connected() bool { return c.conn.IsConnected() }

// Drain takes no further mail, and waits until those at hand are sent.
func (c *Consumer) Drain(limit time.Duration) error {
	if err := c.conn.Drain(); err != nil {
		return err
	}
	select {
	case <-c.closed: // Drain itself does not wait
		return nil
	case <-time.After(limit):
		return fmt.Errorf("still busy after %v", limit)
	}
}

func (c *Consumer) send(msg *nats.Msg) {
	if err := smtp.SendMail("smtp:25", nil, "shop@example.com", []string{msg.Reply}, msg.Data); err != nil {
		log.Printf("mail: %v", err)
	}
}
