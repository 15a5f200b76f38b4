// Command reports adds up the sales of the day, and serves what it has so far.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var total atomic.Int64

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	mux := http.NewServeMux()
	mux.HandleFunc("GET /today", func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(total.Load())
	})
	srv := &http.Server{Addr: ":8085", Handler: mux}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	defer shutdown(srv)

	if err := collect(ctx); err != nil {
		log.Fatalf("collect: %v", err)
	}
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// collect asks every shop once a minute until ctx is done.
func collect(ctx context.Context) error {
	var shops sync.WaitGroup
	for _, url := range []string{"http://shop-berlin/sales", "http://shop-oslo/sales"} {
		shops.Add(1)
		go func() {
			for {
				select {
				case <-ctx.Done():
					shops.Done()
					return
				case <-time.After(time.Minute):
				}
				cents, err := sales(url)
				if err != nil {
					log.Printf("%s: %v", url, err)
					return
				}
				total.Add(cents)
			}
		}()
	}
	<-ctx.Done()
	shops.Wait()
	return ctx.Err()
}

func sales(url string) (cents int64, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return cents, json.NewDecoder(resp.Body).Decode(&cents)
}
