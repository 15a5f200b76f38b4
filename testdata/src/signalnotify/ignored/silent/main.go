// Other signals are ignored; or SIGTERM is, for a time.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	signal.Ignore(syscall.SIGPIPE, syscall.SIGHUP, os.Interrupt)
	migrate()

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	<-ctx.Done()

	signal.Ignore(syscall.SIGTERM) // the stop has begun: it takes no second signal
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(shutdownCtx)
}

// migrate must not be cut.
func migrate() {
	signal.Ignore(syscall.SIGTERM)
	defer signal.Reset(syscall.SIGTERM)
	if err := exec.Command("migrate", "up").Run(); err != nil {
		log.Fatal(err)
	}
}
