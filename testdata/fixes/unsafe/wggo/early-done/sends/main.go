// Main receives what the goroutines send when it has waited for them.
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
	for range 3 {
		wg.Add(1)
		go func() {
			wg.Done()
			fmt.Println("job started")
			time.Sleep(time.Second)
			results <- "job done"
		}()
	}
	<-sigs
	wg.Wait()
	for range 3 {
		fmt.Println(<-results)
	}
}
