// Command cleanup closes what its requests needed once they have been answered.
package main

import (
	"context"
	"database/sql"
	"io"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	db, err := sql.Open("none", "")
	if err != nil {
		log.Print(err)
		db = new(sql.DB)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(read)}
	go srv.ListenAndServe()
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	err = srv.Shutdown(limited)
	log.Print(err)
	time.Sleep(1 * time.Second)
	err = db.Close()
	log.Print(err)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }
