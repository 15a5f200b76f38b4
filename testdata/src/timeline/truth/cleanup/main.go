// Command cleanup closes what its requests needed once they have been answered.
package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"log"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	serve(ctx)
}

func serve(ctx context.Context) {
	db := sql.OpenDB(none{})
	defer db.Close()
	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(read)}
	go srv.ListenAndServe()
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	err := srv.Shutdown(limited)
	log.Print(err)
	time.Sleep(1 * time.Second)
}

func read(_ http.ResponseWriter, r *http.Request) { io.Copy(io.Discard, r.Body) }

// none connects to no database.
type none struct{}

func (none) Connect(context.Context) (driver.Conn, error) { return nil, errors.ErrUnsupported }
func (none) Driver() driver.Driver                        { return nil }
