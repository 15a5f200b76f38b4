// Command tracker follows ships. Its server types embed http.Server.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"services/tracker/internal/ais"
	"services/tracker/internal/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	ships := ais.NewTable()
	public := server.NewPublic(":8080", ships)
	partner := server.NewPartner(":8443", ships, "cert.pem", "key.pem")

	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		if err := public.Run(); err != nil {
			log.Printf("public: %v", err)
			stop()
		}
	}()
	wg.Add(1)
	go func() {
		defer wg.Done()
		if err := partner.Run(); err != nil {
			log.Printf("partner: %v", err)
			stop()
		}
	}()

	<-ctx.Done()
	log.Print("stopping")
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	if err := public.Shutdown(shutdownCtx); err != nil {
		log.Printf("public: %v", err)
	}
	if err := partner.Shutdown(shutdownCtx); err != nil {
		log.Printf("partner: %v", err)
	}
	wg.Wait()
}
