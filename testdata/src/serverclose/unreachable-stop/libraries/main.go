// Stops that stand behind the starts of libraries, which block.
package main

import (
	"context"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/miekg/dns"
	"github.com/prometheus/exporter-toolkit/web"
	"github.com/valyala/fasthttp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch os.Args[1] {
	case "echo":
		e := echo.New()
		log.Print(e.Start(":8080"))
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		e.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
	case "fasthttp":
		srv := &fasthttp.Server{}
		log.Print(srv.ListenAndServe(":8080"))
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.ShutdownWithContext(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
	case "dns":
		srv := &dns.Server{Addr: ":53", Net: "udp"}
		log.Print(srv.ListenAndServe())
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.ShutdownContext(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
	case "exporter-toolkit":
		srv := &http.Server{}
		log.Print(web.ListenAndServe(srv, &web.FlagConfig{}, slog.Default()))
		<-ctx.Done()
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx) // want `\(serverclose/unreachable-stop\)`
	}
}

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}
