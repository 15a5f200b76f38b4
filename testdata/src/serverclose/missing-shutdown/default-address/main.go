// Addresses that are loopback by default only: in its pod the server is given another.
package main

import (
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/pflag"

	"serverclose/missing-shutdown/default-address/web"
)

const fallback = "127.0.0.1:8080"

type config struct{ Addr, Admin string }

func load(path string) config {
	c := config{Addr: "localhost:8080"}
	text, _ := os.ReadFile(path)
	json.Unmarshal(text, &c)
	if c.Admin == "" {
		c.Admin = os.Getenv("ADMIN")
	}
	return c
}

func getenv(name, otherwise string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return otherwise
}

var flagged = flag.String("addr", "localhost:8080", "")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	one := &http.Server{Addr: *flagged}
	go one.ListenAndServe() // want `serverclose/missing-shutdown`

	addr := os.Getenv("ADDR")
	if addr == "" {
		addr = fallback
	}
	two := &http.Server{Addr: addr}
	go two.ListenAndServe() // want `serverclose/missing-shutdown`

	three := &http.Server{Addr: getenv("ADDR", "localhost:8080")}
	go three.ListenAndServe() // want `serverclose/missing-shutdown`

	four := &http.Server{Addr: load("config.json").Addr}
	go four.ListenAndServe() // want `serverclose/missing-shutdown`

	var listen string
	pflag.StringVar(&listen, "listen", "[::1]:8080", "")
	five := &http.Server{Addr: listen}
	go five.ListenAndServe() // want `serverclose/missing-shutdown`

	go web.New(":8080").Serve() // want `serverclose/missing-shutdown`

	seven := &http.Server{Addr: cmp.Or(os.Getenv("ADDR"), "localhost:8080")}
	go seven.ListenAndServe() // want `serverclose/missing-shutdown`

	host := "localhost"
	if len(os.Args) > 1 {
		host = os.Args[1]
	}
	eight := &http.Server{Addr: host + ":8080"}
	go eight.ListenAndServe() // want `serverclose/missing-shutdown`
	<-ctx.Done()
}
