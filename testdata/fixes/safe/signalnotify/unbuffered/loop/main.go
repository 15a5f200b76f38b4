// Jobs send what they find to main, whose loop takes the signals too.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	results := make(chan int)
	for i := range 3 {
		go func() {
			fmt.Println("job started")
			time.Sleep(time.Second)
			results <- i
		}()
	}
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	stopping := false
	for left := 3; left > 0 || !stopping; {
		select {
		case <-results:
			fmt.Println("job done")
			left--
		case <-stop:
			stopping = true
		}
	}
}
