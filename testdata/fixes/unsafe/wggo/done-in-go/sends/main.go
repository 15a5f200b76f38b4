// Main leaves the loop that receives at the signal, and one of two jobs ends before that.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGTERM)
	var wg sync.WaitGroup
	results := make(chan string)
	for i := range 2 {
		wg.Go(func() {
			defer wg.Done()
			time.Sleep(time.Duration(i) * time.Second)
			results <- "job started"
		})
	}
	for stopping := false; !stopping; {
		select {
		case result := <-results:
			fmt.Println(result)
		case <-sigs:
			stopping = true
		}
	}
	wg.Wait()
}
