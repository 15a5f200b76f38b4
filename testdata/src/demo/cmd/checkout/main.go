// Command checkout takes the money. It gives open requests time to finish, more than its pod has.
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

	srv := &http.Server{Addr: ":8092", Handler: http.HandlerFunc(pay)}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 25*time.Second)
	defer cancel()
	if err := srv.Shutdown(limited); err != nil {
		log.Print(err)
	}
}

func pay(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusAccepted)
}
