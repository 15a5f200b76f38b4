// Each server is stopped: by its own Shutdown, or by that of echo where it is echo's own.
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

type api struct {
	*echo.Echo
	server *http.Server
}

func (a *api) serve()                             { a.StartServer(a.server) }
func (a *api) Shutdown(ctx context.Context) error { return a.server.Shutdown(ctx) }

func main() {
	own := &api{Echo: echo.New(), server: &http.Server{Addr: ":8080"}}
	go own.serve()

	echos := echo.New()
	echos.Server.Addr = ":8081"
	go echos.StartServer(echos.Server)

	named := echo.New()
	s := named.Server
	s.Addr = ":8082"
	go func() { named.StartServer(s) }()

	replaced := echo.New()
	replaced.Server = &http.Server{Addr: ":8083"}
	go replaced.StartServer(replaced.Server)

	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	own.Shutdown(ctx)
	echos.Shutdown(ctx)
	named.Shutdown(ctx)
	replaced.Shutdown(ctx)
}
