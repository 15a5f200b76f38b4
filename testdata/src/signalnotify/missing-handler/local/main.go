// Servers that no Service selects: on loopback, where a proxy in the pod may reach them, and on a port of the system's choice.
package main

import (
	"context"
	"fmt"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
)

func main() {
	port := "8080"
	go http.ListenAndServe("127.0.0.1:8080", nil) // strict: missing-handler
	go http.ListenAndServe("localhost:"+port, nil)
	go http.ListenAndServe(fmt.Sprintf("127.0.0.1:%s", port), nil)
	go http.ListenAndServe(net.JoinHostPort("::1", port), nil)
	go gin.Default().Run("localhost:8080")

	lis, _ := net.Listen("tcp", ":0")
	go http.Serve(lis, nil)

	callback := &http.Server{Addr: "[::1]:8085"}
	go callback.ListenAndServe()

	var config net.ListenConfig
	other, _ := config.Listen(context.Background(), "tcp", "localhost:0")
	srv := &http.Server{}
	srv.Serve(other)
}
