package web

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

var (
	Server = http.Server{Addr: ":8080"}
	Stop   = make(chan os.Signal, 1)

	Drain = func() error {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return Server.Shutdown(ctx)
	}
)

func init() {
	signal.Notify(Stop, syscall.SIGTERM)
}
