// The error goes through a channel that somebody else holds too, who may receive it first.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

var errs = make(chan error, 1)

// service is one of a ring.
type service struct {
	next   *service
	failed chan error
	srv    http.Server
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	given, global, returned := &http.Server{Addr: ":8080"}, &http.Server{Addr: ":8081"}, &http.Server{Addr: ":8082"}
	ring := &service{failed: make(chan error, 1)}
	ring.next = ring
	done := make(chan struct{})
	go func() {
		<-ctx.Done()
		for _, srv := range []*http.Server{given, global, returned, &ring.srv} {
			limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			if err := srv.Shutdown(limited); err != nil {
				log.Print(err)
			}
			cancel()
		}
		close(done)
	}()
	failed := make(chan error, 1)
	go func() { log.Print(<-failed) }()
	go serveGiven(given, failed)
	go func() { log.Print(<-errs) }()
	go serveGlobal(global)
	go func() { log.Print(<-serveReturned(returned)) }()
	go func() { log.Print(<-ring.next.failed) }()
	go ring.serve()
	<-done
}

func serveGiven(srv *http.Server, failed chan error) {
	go func() { failed <- srv.ListenAndServe() }()
	log.Fatal(<-failed)
}

func serveGlobal(srv *http.Server) {
	go func() { errs <- srv.ListenAndServe() }()
	log.Fatal(<-errs)
}

func serveReturned(srv *http.Server) chan error {
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	time.AfterFunc(time.Minute, func() { log.Fatal(<-failed) })
	return failed
}

func (s *service) serve() {
	go func() { s.failed <- s.srv.ListenAndServe() }()
	log.Fatal(<-s.failed)
}
