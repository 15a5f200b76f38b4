package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	log.Print("starting")
	http.HandleFunc("/orders", orders)
	srv := &http.Server{Addr: ":8080"}
	var stops []func(context.Context) error
	var wg sync.WaitGroup
	wg.Go(func() {
		loadPrices()
		stops = append(stops, srv.Shutdown) // want `\(serverclose/late-registration\)`
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	})

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, shutdown := range stops {
		if err := shutdown(shutdownCtx); err != nil {
			log.Print(err)
		}
	}
	wg.Wait()
}

func orders(w http.ResponseWriter, r *http.Request) {
	time.Sleep(time.Second) // the work that a request takes
	fmt.Fprintln(w, "ok")
}

func loadPrices() { time.Sleep(time.Second) } // the time that it takes to start
