// Each way to start a server that leaves no handle.
package main

import (
	"context"
	"net"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/gin-gonic/gin"
	"github.com/valyala/fasthttp"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	lis, _ := net.Listen("tcp", ":8080")
	go http.Serve(lis, nil)                                  // want `http.Serve leaves no handle`
	go func() { panic(http.ListenAndServe(":8081", nil)) }() // want `http.ListenAndServe leaves no handle`
	go fasthttp.ListenAndServe(":8082", nil)                 // want `fasthttp.ListenAndServe leaves no handle .*; start a fasthttp.Server of your own and call its ShutdownWithContext`
	r := gin.Default()
	go r.RunTLS(":8083", "cert", "key") // want `gin.Engine.RunTLS leaves no handle .*; make the engine the Handler of an http.Server and call that one's Shutdown`
	run(r.Run)                          // want `gin.Engine.Run leaves no handle`
	<-ctx.Done()
}

func run(f func(...string) error) { go f() }
