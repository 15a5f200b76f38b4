// Package ways counts goroutines that never call Done.
package ways

import (
	"net/http"
	"sync"
)

func work() {}

func inLoop(urls []string) {
	var wg sync.WaitGroup
	wg.Add(len(urls)) // want `\(wggo/missing-done\)`
	for range urls {
		go func() {
			work()
		}()
	}
	wg.Wait()
}

// One of two calls Done.
func oneOfTwo() {
	var wg sync.WaitGroup
	wg.Add(2) // want `\(wggo/missing-done\)`
	go func() {
		defer wg.Done()
		work()
	}()
	go func() {
		work()
	}()
	wg.Wait()
}

func eachItsOwn(srv *http.Server) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		work()
	}()
	wg.Add(1) // want `\(wggo/missing-done\)`
	go func() {
		srv.ListenAndServe()
	}()
	wg.Wait()
}

type service struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func (s *service) Start() {
	s.wg.Add(1)
	go s.read()
	s.wg.Add(1) // want `\(wggo/missing-done\)`
	go s.write()
}

func (s *service) read() {
	defer s.wg.Done()
	<-s.quit
}

func (s *service) write() { <-s.quit }

func (s *service) Stop() {
	close(s.quit)
	s.wg.Wait()
}

func parameter() {
	wg := new(sync.WaitGroup)
	wg.Add(1) // want `\(wggo/missing-done\)`
	go takes(wg)
	wg.Wait()
}

func takes(wg *sync.WaitGroup) { work() }

// Go counts by itself: this Add counts one too many.
func goAsWell() {
	var wg sync.WaitGroup
	wg.Add(1) // want `\(wggo/missing-done\)`
	wg.Go(func() {
		work()
	})
	wg.Wait()
}

var global sync.WaitGroup

func generic[T any](values []T, do func(T)) {
	for _, value := range values {
		global.Add(1) // want `\(wggo/missing-done\)`
		go run(value, do)
	}
	global.Wait()
}

func run[T any](value T, do func(T)) { do(value) }

// The group is given to what starts the goroutines.
type server struct {
	wg   sync.WaitGroup
	quit chan struct{}
}

func (s *server) Start() {
	s.forward(&s.wg)
	s.collect(&s.wg)
}

func (s *server) forward(wg *sync.WaitGroup) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-s.quit
	}()
}

func (s *server) collect(wg *sync.WaitGroup) {
	wg.Add(1) // want `\(wggo/missing-done\)`
	go func() {
		for {
			select {
			case <-s.quit:
				return
			default:
				work()
			}
		}
	}()
}

func (s *server) Shutdown() {
	close(s.quit)
	s.wg.Wait()
}

// Some of them are only started in some cases.
func some(first bool) {
	var wg sync.WaitGroup
	wg.Add(1) // want `\(wggo/missing-done\)`
	go func() { work() }()
	if first {
		wg.Add(1)
		go func() {
			defer wg.Done()
			work()
		}()
	}
	wg.Wait()
}

// The goroutine that waits tells of it, and the function goes on: Wait is not there to keep the program running.
func limited(jobs chan int, stop chan struct{}) {
	var wg sync.WaitGroup
	wg.Add(1) // want `\(wggo/missing-done\)`
	go consume(jobs)
	idle := make(chan struct{})
	go func() {
		wg.Wait()
		close(idle)
	}()
	select {
	case <-idle:
	case <-stop:
	}
	work()
}

func consume(jobs chan int) {
	for range jobs {
		work()
	}
}
