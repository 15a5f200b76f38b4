// The program registers with Consul, and never says that it goes.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/hashicorp/consul/api"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	if err := register("orders-1"); err != nil {
		log.Fatal(err)
	}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
			stop()
		}
	}()
	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(shutdownCtx); err != nil {
		log.Print(err)
	}
}

func register(id string) error {
	client, err := api.NewClient(api.DefaultConfig())
	if err != nil {
		return err
	}
	return client.Agent().ServiceRegister(&api.AgentServiceRegistration{ID: id, Name: "orders", Port: 8080}) // want `\(serverclose/wrong-order\)`
}
