// Command gateway is what the internet sees: it hands requests on to the storefront.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	storefront := &url.URL{Scheme: "http", Host: "storefront"}
	srv := &http.Server{Addr: ":8086", Handler: httputil.NewSingleHostReverseProxy(storefront)}
	go stopOnSignal(srv)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		log.Fatal(err)
	}
}

func stopOnSignal(srv *http.Server) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM, syscall.SIGPIPE)
	log.Printf("stopping: %v", <-quit)
	close(quit)

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}
