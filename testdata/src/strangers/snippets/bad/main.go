package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"strangers/snippets/bad/handlers"
)

func main() {
	// Setup
	e := echo.New()
	e.HideBanner = true
	e.Use(middleware.Logger(), middleware.Recover())

	h := handlers.New()
	e.POST("/snippets", h.Create)
	e.GET("/snippets/:id", h.Get)

	// Start server
	go func() {
		e.Logger.Fatal(e.Start(os.Getenv("ADDR"))) // want `\(serverclose/fatal-on-close\)`
	}()

	// Wait for interrupt signal to gracefully shut down the server with a timeout of 10 seconds.
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := e.Shutdown(ctx); err != nil {
		e.Logger.Fatal(err)
	}
}
