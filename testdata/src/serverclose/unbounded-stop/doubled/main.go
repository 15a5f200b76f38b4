package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

// The pauses and the limit grow from round to round, so that no constant tells them.
func main() {
	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer cancel()
	srv := &http.Server{Addr: ":8080"}
	ended := make(chan error, 1)
	go func() { ended <- srv.ListenAndServe() }()
	<-ctx.Done()
	pause, limit := 100*time.Millisecond, time.Second
	for limit < 8*time.Second {
		time.Sleep(pause)
		pause *= 2
		limit = limit * 2
	}
	time.Sleep(pause)
	stop, done := context.WithTimeout(context.Background(), limit)
	defer done()
	if err := srv.Shutdown(stop); err != nil {
		log.Print(err)
	}
	<-ended
}
