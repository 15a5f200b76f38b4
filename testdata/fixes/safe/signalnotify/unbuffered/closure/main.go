// One goroutine works, and main waits for the signal and then for it.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	sigs := make(chan os.Signal)
	signal.Notify(sigs, syscall.SIGTERM)
	done := make(chan bool)
	go func() {
		fmt.Println("job started")
		time.Sleep(time.Second)
		fmt.Println("job done")
		done <- true
	}()
	<-sigs
	<-done
}
