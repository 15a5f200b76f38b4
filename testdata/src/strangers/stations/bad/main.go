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

	"strangers/stations/bad/departures"
)

func main() {
	e := echo.New()
	departures.Register(e.Group("/departures"))

	srv := &http.Server{
		Addr:        os.Getenv("STATIONS_ADDR"),
		Handler:     e,
		IdleTimeout: time.Minute,
	}
	go log.Fatal(srv.ListenAndServe()) // want `\(serverclose/blocking-go\)`

	done := make(chan os.Signal, 1)
	signal.Notify(done, syscall.SIGINT, syscall.SIGTERM)
	<-done

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Println("shutdown:", err)
	}
}
