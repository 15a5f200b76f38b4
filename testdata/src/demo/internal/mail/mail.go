// Package mail sends the shop's letters.
package mail

import (
	"log"
	"time"
)

// A Letter goes to one customer.
type Letter struct{ To, Subject string }

// Send delivers a letter. It takes a while.
func Send(l Letter) {
	time.Sleep(2 * time.Second)
	log.Printf("sent %q to %s", l.Subject, l.To)
}
