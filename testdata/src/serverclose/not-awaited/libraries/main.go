// Servers of libraries whose start returns while their stop still runs.
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

	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/emersion/go-smtp"
	"github.com/gliderlabs/ssh"
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v4"
	"github.com/prometheus/exporter-toolkit/web"
	"github.com/quic-go/quic-go/http3"
	"github.com/valyala/fasthttp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch os.Args[1] {
	case "echo":
		e := echo.New()
		go func() {
			<-ctx.Done()
			shutdownCtx, cancel := limit()
			defer cancel()
			e.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
		}()
		err = e.Start(":8080")
	case "fiber/v2":
		app := fiber.New()
		go func() {
			<-ctx.Done()
			app.ShutdownWithTimeout(10 * time.Second) // want `\(serverclose/not-awaited\)`
		}()
		err = app.Listen(":8080")
	case "fiber/v3":
		app := fiber3.New()
		go func() {
			<-ctx.Done()
			shutdownCtx, cancel := limit()
			defer cancel()
			app.ShutdownWithContext(shutdownCtx) // want `\(serverclose/not-awaited\)`
		}()
		err = app.Listen(":8080")
	case "fasthttp":
		srv := &fasthttp.Server{}
		context.AfterFunc(ctx, func() {
			shutdownCtx, cancel := limit()
			defer cancel()
			srv.ShutdownWithContext(shutdownCtx) // want `\(serverclose/not-awaited\)`
		})
		err = srv.ListenAndServe(":8080")
	case "http3":
		srv := &http3.Server{Addr: ":8443"}
		go func() {
			<-ctx.Done()
			shutdownCtx, cancel := limit()
			defer cancel()
			srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
		}()
		err = srv.ListenAndServeTLS("cert.pem", "key.pem")
	case "exporter-toolkit":
		srv := &http.Server{}
		go func() {
			<-ctx.Done()
			shutdownCtx, cancel := limit()
			defer cancel()
			srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
		}()
		err = web.ListenAndServe(srv, &web.FlagConfig{}, slog.Default())
	case "hertz":
		h := server.New()
		go func() {
			<-ctx.Done()
			shutdownCtx, cancel := limit()
			defer cancel()
			h.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
		}()
		err = h.Run()
	case "ssh":
		srv := &ssh.Server{Addr: ":2222"}
		go func() {
			<-ctx.Done()
			shutdownCtx, cancel := limit()
			defer cancel()
			srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
		}()
		err = srv.ListenAndServe()
	case "smtp":
		srv := smtp.NewServer(nil)
		go func() {
			<-ctx.Done()
			shutdownCtx, cancel := limit()
			defer cancel()
			srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
		}()
		err = srv.ListenAndServe()
	}
	if err != nil && !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}
