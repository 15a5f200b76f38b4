// A pool's workers are methods, with two ways out that forget Done, and send what they find to main.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type pool struct {
	workers sync.WaitGroup
	results chan int
}

func (p *pool) work(n int) {
	if n == 0 {
		return
	}
	job, err := open(n)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("job started")
	time.Sleep(time.Second)
	p.results <- job
	p.workers.Done()
}

func open(n int) (int, error) {
	if n == 1 {
		return 0, errors.New("no such file")
	}
	return n, nil
}

func main() {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, syscall.SIGTERM)
	p := &pool{results: make(chan int)}
	for n := range 4 {
		p.workers.Add(1)
		go p.work(n)
	}
	told := make(chan struct{})
	go func() {
		defer close(told)
		for range p.results {
			fmt.Println("job done")
		}
	}()
	<-sigs
	p.workers.Wait()
	close(p.results)
	<-told
}
