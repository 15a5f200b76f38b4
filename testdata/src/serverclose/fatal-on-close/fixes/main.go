// What can be mended without knowing more, and what cannot.
package main

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v2"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	servers := make([]http.Server, 6)
	go func() { log.Fatal(servers[0].ListenAndServe()) }() // want `\(serverclose/fatal-on-close\)`
	go func() {
		log.Fatalf("serve: %v", servers[1].ListenAndServe()) // want `\(serverclose/fatal-on-close\)`
	}()
	go func() {
		if e := servers[2].ListenAndServe(); nil != e {
			slog.Error("serve", "err", e)
			os.Exit(1) // want `\(serverclose/fatal-on-close\)`
		}
	}()

	// Something else would be left undone, or the condition is another.
	done := make(chan struct{})
	go func() {
		if err := servers[3].ListenAndServe(); err != nil {
			close(done)
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	go func() {
		err := servers[4].ListenAndServe()
		if !errors.Is(err, os.ErrClosed) {
			log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	go func() { must(servers[5].ListenAndServe()) }()

	app := fiber.New()
	go func() {
		log.Fatal(app.Listen(":8081")) // want `\(serverclose/fatal-on-close\)`
	}()

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for i := range servers {
		servers[i].Shutdown(shutdownCtx)
	}
	app.ShutdownWithContext(shutdownCtx)
}

func must(err error) {
	if err != nil {
		log.Fatal(err) // want `\(serverclose/fatal-on-close\)`
	}
}
