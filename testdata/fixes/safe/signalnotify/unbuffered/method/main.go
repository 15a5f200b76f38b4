// A struct holds the channel, and its methods register and wait.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type app struct {
	sigs chan os.Signal
	jobs sync.WaitGroup
}

func newApp() *app { return &app{sigs: make(chan os.Signal)} }

func (a *app) listen() { signal.Notify(a.sigs, syscall.SIGTERM) }

func (a *app) work() {
	defer a.jobs.Done()
	fmt.Println("job started")
	time.Sleep(time.Second)
	fmt.Println("job done")
}

func main() {
	a := newApp()
	a.listen()
	a.jobs.Add(1)
	go a.work()
	<-a.sigs
	a.jobs.Wait()
}
