// Command thumbs makes small pictures of big ones: requests put jobs into a pool of workers.
package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"services/thumbs/internal/api"
	"services/thumbs/internal/pool"
	"services/thumbs/internal/resize"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	db, err := sql.Open("sqlite", "thumbs.db")
	if err != nil {
		log.Print(err)
		return
	}
	defer db.Close()

	workers := pool.New(runtime.NumCPU(), resize.New(db))
	workers.Start()

	srv := &http.Server{Addr: ":8080", Handler: api.New(workers)}
	failed := make(chan error, 1)
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			failed <- err
		}
	}()

	select {
	case <-ctx.Done():
		log.Print("stopping")
	case err := <-failed:
		log.Print(err)
	}

	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(shutdownCtx); err != nil {
		log.Printf("shutdown: %v", err)
		srv.Close() // what has not finished in ten seconds
	}
	workers.Drain() // after the last request that could add a job
}
