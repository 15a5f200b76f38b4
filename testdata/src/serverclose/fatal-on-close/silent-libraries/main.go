// Each library's own sentinel passes, or its server returns nil.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/emersion/go-smtp"
	"github.com/gliderlabs/ssh"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/miekg/dns"
	"github.com/quic-go/quic-go/http3"
	"github.com/valyala/fasthttp"
	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	e := echo.New()
	go func() {
		if err := e.Start(":8080"); err != nil && err != http.ErrServerClosed {
			e.Logger.Fatal("shutting down the server")
		}
	}()
	quic := &http3.Server{Addr: ":8443"}
	go func() {
		if err := quic.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	shell := &ssh.Server{Addr: ":2222"}
	go func() {
		if err := shell.ListenAndServe(); err != ssh.ErrServerClosed {
			log.Fatal(err)
		}
	}()

	// Nil when they were stopped.
	app := fiber.New()
	go func() {
		if err := app.Listen(":8081"); err != nil {
			log.Fatal(err)
		}
	}()
	fast := &fasthttp.Server{}
	go func() {
		if err := fast.ListenAndServe(":8082"); err != nil {
			log.Fatal(err)
		}
	}()
	mail := smtp.NewServer(nil)
	go func() {
		if err := mail.ListenAndServe(); err != nil {
			log.Fatal(err)
		}
	}()
	names := &dns.Server{Addr: ":53", Net: "udp"}
	go func() {
		if err := names.ListenAndServe(); err != nil {
			log.Fatal(err)
		}
	}()
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	rpc := grpc.NewServer()
	go func() {
		if err := rpc.Serve(lis); err != nil {
			log.Fatal(err)
		}
	}()

	<-ctx.Done()
	shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	e.Shutdown(shutdownCtx)
	quic.Shutdown(shutdownCtx)
	shell.Shutdown(shutdownCtx)
	app.ShutdownWithContext(shutdownCtx)
	fast.ShutdownWithContext(shutdownCtx)
	mail.Shutdown(shutdownCtx)
	names.ShutdownContext(shutdownCtx)
	context.AfterFunc(shutdownCtx, rpc.Stop)
	rpc.GracefulStop()
}
