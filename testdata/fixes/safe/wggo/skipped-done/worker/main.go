// Workers take jobs from a channel until one of them is bad, or there are none.
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
	jobs := make(chan int)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			for job := range jobs {
				if job < 0 {
					return
				}
				fmt.Println("job started")
				time.Sleep(time.Second)
				fmt.Println("job done")
			}
			wg.Done()
		}()
	}
	jobs <- -1
	jobs <- 1
	<-sigs
	close(jobs)
	wg.Wait()
}
