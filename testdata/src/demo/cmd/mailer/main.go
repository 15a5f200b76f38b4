// Command mailer sends the letters that it is told to, one a second.
package main

import (
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/gracelint/gracelint/testdata/src/demo/internal/mail"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, os.Kill, syscall.SIGTERM)

	var letters sync.WaitGroup
	tick := time.NewTicker(time.Second)
	for {
		select {
		case <-tick.C:
			letters.Add(1)
			go func() {
				letters.Done()
				mail.Send(mail.Letter{To: "ada@example.com", Subject: "Your teapot"})
			}()
		case <-quit:
			tick.Stop()
			letters.Wait()
			return
		}
	}
}
