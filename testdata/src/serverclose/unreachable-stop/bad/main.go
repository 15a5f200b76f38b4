package main

import (
	"context"
	"errors"
	"fmt"
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

	http.HandleFunc("/orders", orders)
	srv := &http.Server{Addr: ":8080"}
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(shutdownCtx); err != nil { // want `\(serverclose/unreachable-stop\)`
		log.Print(err)
	}
}

func orders(w http.ResponseWriter, r *http.Request) {
	time.Sleep(time.Second) // the work that a request takes
	fmt.Fprintln(w, "ok")
}
