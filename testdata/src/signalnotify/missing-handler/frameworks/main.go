// A program with a server of each kind: the finding stands at the first, and names them all.
package main

import (
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
	"google.golang.org/grpc"
)

func main() {
	go http.ListenAndServe(":8080", nil) // want `this program serves \(http.ListenAndServe on line 16, gin.Engine.Run on line 17, echo.Echo on line 18, fiber.App on line 19, fasthttp.ListenAndServe on line 20, grpc.Server on line 22\) and catches no SIGTERM`
	go gin.Default().Run()
	go echo.New().Start(":8081")
	go fiber.New().Listen(":8082")
	go fasthttp.ListenAndServe(":8083", nil)
	lis, _ := net.Listen("tcp", ":8084")
	grpc.NewServer().Serve(lis)
}
