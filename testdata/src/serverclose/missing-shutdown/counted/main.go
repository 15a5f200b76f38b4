// A server type of one's own that counts its requests, and waits for nothing.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os/signal"
	"sync"
	"syscall"
)

// A Server counts the requests that are open.
type Server struct {
	lis  net.Listener
	http *http.Server
	open sync.WaitGroup
	next http.Handler
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.open.Add(1)
	defer s.open.Done()
	s.next.ServeHTTP(w, r)
}

func (s *Server) Start(addr string) (err error) {
	if s.lis, err = net.Listen("tcp", addr); err != nil {
		return err
	}
	s.http = &http.Server{Handler: s}
	go s.http.Serve(s.lis) // want `serverclose/missing-shutdown`
	return nil
}

// Stop takes no more requests, and lets those that are open finish.
func (s *Server) Stop() {
	s.lis.Close()
	log.Print("stopped")
}

// counted does the same with functions.
func counted(wg *sync.WaitGroup, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		wg.Add(1)
		defer wg.Done()
		next(w, r)
	})
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	s := &Server{next: http.NewServeMux()}
	if err := s.Start(":8080"); err != nil {
		log.Fatal(err)
	}

	var wg sync.WaitGroup
	lis, err := net.Listen("tcp", ":8081")
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(lis, counted(&wg, func(http.ResponseWriter, *http.Request) {})) // want `serverclose/unstoppable`
	<-ctx.Done()
	s.Stop()
	lis.Close()
	log.Print("stopped")
}
