// A struct with methods stops itself, and its job with it.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"time"
)

type service struct {
	http *http.Server
	jobs sync.WaitGroup
}

func (s *service) start() {
	go s.http.ListenAndServe()
	for range 2 {
		s.jobs.Go(func() {
			fmt.Println("job started")
			time.Sleep(time.Second)
			fmt.Println("job done")
		})
	}
}

func (s *service) stop() {
	s.http.Shutdown(context.Background())
	s.jobs.Wait()
}

func main() {
	s := &service{http: &http.Server{Addr: os.Getenv("LISTEN")}}
	s.start()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
	s.stop()
}
