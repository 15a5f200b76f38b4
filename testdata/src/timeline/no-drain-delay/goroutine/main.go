package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("/srv"))}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
		<-quit
		limited, cancel := context.WithTimeout(context.Background(), 27*time.Second)
		defer cancel()
		if err := srv.Shutdown(limited); err != nil {
			log.Print(err)
		}
	}()

	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
	<-drained
}
