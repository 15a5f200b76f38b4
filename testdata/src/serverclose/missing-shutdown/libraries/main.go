// Servers of libraries that can be stopped, and are not.
package main

import (
	"context"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/emersion/go-smtp"
	"github.com/gliderlabs/ssh"
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v4"
	"github.com/miekg/dns"
	"github.com/prometheus/exporter-toolkit/web"
	"github.com/quic-go/quic-go/http3"
	"github.com/valyala/fasthttp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/xds"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}

	srv := &http.Server{Handler: api()}
	go srv.ServeTLS(lis, "cert.pem", "key.pem")                                        // want `\(serverclose/missing-shutdown\)`
	go web.Serve(lis, &http.Server{Handler: api()}, &web.FlagConfig{}, slog.Default()) // want `\(serverclose/missing-shutdown\)`
	listened := &http.Server{Handler: api()}
	go web.ListenAndServe(listened, &web.FlagConfig{}, slog.Default()) // want `\(serverclose/missing-shutdown\)`
	quic := &http3.Server{Handler: api()}
	go quic.ListenAndServeTLS("cert.pem", "key.pem") // want `\(serverclose/missing-shutdown\)`

	go echo.New().StartTLS(":8443", "cert.pem", "key.pem") // want `\(serverclose/missing-shutdown\)`
	go echo.New().StartAutoTLS(":8444")                    // want `\(serverclose/missing-shutdown\)`
	go fiber.New().Listener(lis)                           // want `\(serverclose/missing-shutdown\)`
	go fiber.New().ListenTLS(":8445", "cert", "key")       // want `\(serverclose/missing-shutdown\)`
	go fiber3.New().Listen(":3000")                        // want `\(serverclose/missing-shutdown\)`
	fast := &fasthttp.Server{}
	go fast.Serve(lis)    // want `\(serverclose/missing-shutdown\)`
	go server.New().Run() // want `\(serverclose/missing-shutdown\)`

	go grpc.NewServer().Serve(lis) // want `\(serverclose/missing-shutdown\)`
	mesh, err := xds.NewGRPCServer()
	if err != nil {
		log.Fatal(err)
	}
	go mesh.Serve(lis) // want `\(serverclose/missing-shutdown\)`

	names := &dns.Server{Addr: ":53", Net: "udp"}
	go names.ListenAndServe() // want `\(serverclose/missing-shutdown\)`
	mail := smtp.NewServer(nil)
	go mail.ListenAndServeTLS() // want `\(serverclose/missing-shutdown\)`
	shell := &ssh.Server{Addr: ":2222"}
	go shell.Serve(lis) // want `\(serverclose/missing-shutdown\)`
	<-ctx.Done()
}

func api() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return mux
}
