// Echo's Shutdown stops the servers that it has made itself, and none that StartServer is given.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	s := &http.Server{Addr: ":8080", ReadTimeout: time.Minute}
	go e.StartServer(s) // want `nothing ever calls Shutdown on this http.Server`

	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	e.Shutdown(ctx)
}
