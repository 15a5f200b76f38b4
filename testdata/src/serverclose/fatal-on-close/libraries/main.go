// What libraries' servers return as soon as their stop has begun: an error, or nil, on which this program exits at once.
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

	"github.com/gliderlabs/ssh"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/prometheus/exporter-toolkit/web"
	"github.com/quic-go/quic-go/http3"
	"github.com/sirupsen/logrus"
	"github.com/valyala/fasthttp"
	"go.uber.org/zap"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	e := echo.New()
	go func() {
		e.Logger.Fatal(e.Start(":8080")) // want `\(serverclose/fatal-on-close\)`
	}()
	quic := &http3.Server{Addr: ":8443"}
	go func() {
		if err := quic.ListenAndServe(); err != nil {
			logrus.Fatal(err) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	exporter := &http.Server{}
	go func() {
		if err := web.ListenAndServe(exporter, &web.FlagConfig{}, slog.Default()); err != nil {
			slog.Error("serve", "err", err)
			os.Exit(1) // want `\(serverclose/fatal-on-close\)`
		}
	}()
	logger := zap.NewNop()
	shell := &ssh.Server{Addr: ":2222"}
	go func() {
		if err := shell.ListenAndServe(); err != http.ErrServerClosed { // another library's
			logger.Fatal("ssh", zap.Error(err)) // want `\(serverclose/fatal-on-close\)`
		}
	}()

	// They return nil, and the exit does not look.
	app := fiber.New()
	go func() {
		log.Fatal(app.Listen(":8081")) // want `\(serverclose/fatal-on-close\)`
	}()
	fast := &fasthttp.Server{}
	go func() {
		err := fast.ListenAndServe(":8082")
		log.Fatalf("fasthttp: %v", err) // want `\(serverclose/fatal-on-close\)`
	}()

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	e.Shutdown(shutdownCtx)
	quic.Shutdown(shutdownCtx)
	exporter.Shutdown(shutdownCtx)
	shell.Shutdown(shutdownCtx)
	app.ShutdownWithContext(shutdownCtx)
	fast.ShutdownWithContext(shutdownCtx)
}
