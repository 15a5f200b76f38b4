// Command tracking tells where a parcel is. The hook of its pod cannot reach the server that is to hold up the stop.
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	admin := http.NewServeMux()
	admin.HandleFunc("/drain", func(http.ResponseWriter, *http.Request) { time.Sleep(5 * time.Second) })
	go func() { log.Print(http.ListenAndServe("127.0.0.1:9901", admin)) }()

	srv := &http.Server{Addr: ":8099", Handler: http.HandlerFunc(whereIs)}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
	defer cancel()
	if err := srv.Shutdown(limited); err != nil {
		log.Print(err)
	}
}

func whereIs(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusAccepted)
}
