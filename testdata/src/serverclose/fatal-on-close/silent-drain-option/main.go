// A server that drains on SIGTERM when it is told to, and dies of it else: the error of the start that nothing stops is
// no sign of a stop, and that of the other start is not looked at any more once the signal has come.
package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type server struct {
	http  *http.Server
	drain time.Duration
	quit  chan os.Signal
}

func (s *server) listenAndServe() error {
	if s.drain == 0 {
		return s.http.ListenAndServe()
	}
	signal.Notify(s.quit, syscall.SIGTERM)
	failed := make(chan error)
	go func() { failed <- s.http.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-s.quit:
		ctx, cancel := context.WithTimeout(context.Background(), s.drain)
		defer cancel()
		return s.http.Shutdown(ctx)
	}
}

func main() {
	drain := flag.Duration("drain", 0, "how long requests may take once SIGTERM has come")
	flag.Parse()
	s := &server{http: &http.Server{Addr: ":8080"}, drain: *drain, quit: make(chan os.Signal, 1)}
	if err := s.listenAndServe(); err != nil {
		log.Fatal(err)
	}
}
