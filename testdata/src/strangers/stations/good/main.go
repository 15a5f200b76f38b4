package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"

	"strangers/stations/good/departures"
)

func main() {
	e := echo.New()
	departures.Register(e.Group("/departures"))

	srv := &http.Server{
		Addr:        os.Getenv("STATIONS_ADDR"),
		Handler:     e,
		IdleTimeout: time.Minute,
	}
	go listen(srv)

	done := make(chan os.Signal, 1)
	signal.Notify(done, syscall.SIGINT, syscall.SIGTERM)
	<-done

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Println("shutdown:", err)
	}
}

func listen(srv *http.Server) {
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}
