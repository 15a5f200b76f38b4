// One of the goroutines has nothing to do and returns early.
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
	for i := range 3 {
		wg.Add(1)
		go func() {
			if i == 1 {
				return
			}
			fmt.Println("job started")
			time.Sleep(time.Second)
			fmt.Println("job done")
			wg.Done()
		}()
	}
	<-sigs
	wg.Wait()
}
