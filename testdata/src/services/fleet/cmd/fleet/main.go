// Command fleet serves many tenants, each on a port of its own.
package main

import (
	"context"
	"flag"
	"log"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"services/fleet/internal/tenant"
)

func main() {
	tenants := flag.String("tenants", "acme=:8081,initech=:8082", "name=address, separated by commas")
	flag.Parse()

	servers := tenant.Servers{}
	for part := range strings.SplitSeq(*tenants, ",") {
		name, addr, ok := strings.Cut(part, "=")
		if !ok {
			log.Fatalf("%q is no name=address", part)
		}
		servers.Add(name, addr)
	}

	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGINT, syscall.SIGTERM)

	failed := servers.Start()
	status := 0
	select {
	case s := <-sig:
		log.Printf("%v: stopping", s)
	case err := <-failed:
		log.Print(err)
		status = 1
	}

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	if err := servers.Shutdown(ctx); err != nil {
		log.Print(err)
		status = 1
	}
	cancel()
	os.Exit(status)
}
