package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()

	<-ctx.Done()
	if err := srv.Shutdown(ctx); err != nil { // want `Shutdown gets ctx, which has been done since line 19: it gives up at once and open requests are cut; give it time of its own: shutdownCtx, cancel := context.WithTimeout\(context.WithoutCancel\(ctx\), 10\*time.Second\)`
		log.Print(err)
	}
}
