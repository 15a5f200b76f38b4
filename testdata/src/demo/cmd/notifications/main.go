// Command notifications keeps browsers up to date, and tells the team's tools about orders.
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

	browsers := &http.Server{Addr: ":8091", Handler: http.HandlerFunc(updates)}
	hooks := &http.Server{Addr: ":8092", Handler: http.HandlerFunc(hook)}
	var stops []func(context.Context) error
	var serving sync.WaitGroup
	serving.Go(func() { serve(browsers) })
	serving.Go(func() {
		stops = append(stops, hooks.Shutdown)
		serve(hooks)
	})

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	for _, stop := range stops {
		if err := stop(shutdownCtx); err != nil {
			log.Print(err)
		}
	}
	if err := browsers.Close(); err != nil {
		log.Print(err)
	}
	serving.Wait()
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func updates(w http.ResponseWriter, r *http.Request) {
	for range 10 {
		fmt.Fprintln(w, "nothing new")
		http.NewResponseController(w).Flush()
		time.Sleep(time.Second)
	}
}

func hook(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNoContent)
}
