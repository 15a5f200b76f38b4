// Command depot takes in log lines over TCP and shows them over HTTP. What an App starts, it puts on its list of stops.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"services/depot/internal/app"
	"services/depot/internal/archive"
)

func main() {
	files := archive.New("/var/lib/depot")
	a := &app.App{Archive: files}
	if err := a.Start(":8080", ":5140"); err != nil {
		log.Fatal(err)
	}

	term := make(chan os.Signal, 1)
	signal.Notify(term, os.Interrupt, syscall.SIGTERM)
	select {
	case <-term:
		log.Print("stopping")
	case err := <-a.Failed():
		log.Print(err)
	}

	ctx, cancel := context.WithTimeout(context.Background(), 25*time.Second)
	defer cancel()
	a.Stop(ctx)
	if err := files.Close(); err != nil {
		log.Print(err)
	}
}
