// Functions of libraries that leave no handle, and servers that have no stop.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/gin-gonic/gin"
	"github.com/gliderlabs/ssh"
	"github.com/miekg/dns"
	"github.com/quic-go/quic-go/http3"
	"github.com/valyala/fasthttp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	handler := http.NewServeMux()
	handler.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})

	go http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", handler) // want `\(serverclose/unstoppable\)`
	go http.ServeTLS(lis, handler, "cert.pem", "key.pem")              // want `\(serverclose/unstoppable\)`
	go http3.ListenAndServeQUIC(":8444", "cert", "key", handler)       // want `\(serverclose/unstoppable\)`
	go fasthttp.Serve(lis, nil)                                        // want `\(serverclose/unstoppable\)`
	go fasthttp.ListenAndServeUNIX("orders.sock", 0o660, nil)          // want `\(serverclose/unstoppable\)`
	engine := gin.New()
	go engine.RunListener(lis)               // want `\(serverclose/unstoppable\)`
	go engine.RunUnix("orders.sock")         // want `\(serverclose/unstoppable\)`
	go dns.ListenAndServe(":53", "udp", nil) // want `\(serverclose/unstoppable\)`
	go ssh.ListenAndServe(":2222", nil)      // want `\(serverclose/unstoppable\)`
	<-ctx.Done()
}
