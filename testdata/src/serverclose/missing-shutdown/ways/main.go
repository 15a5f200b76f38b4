// Servers of each kind, started in each way, and stopped in none.
package main

import (
	"fmt"
	"net"
	"net/http"

	"example.com/pb"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

type app struct {
	srv  *http.Server
	rpc  *grpc.Server
	held http.Server
}

type embeds struct{ *http.Server }

var global = &http.Server{Addr: ":8080"}

func main() {
	go global.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`

	a := &app{srv: &http.Server{}, rpc: grpc.NewServer()}
	a.run()

	e := embeds{&http.Server{}}
	go e.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`

	var g errgroup.Group
	inGroup := newServer(":8081")
	g.Go(inGroup.ListenAndServe) // want `nothing ever calls Shutdown on this http.Server`

	go fiber.New().Listen(":8082") // want `nothing ever calls Shutdown on this fiber.App`
	go echo.New().Start(":8083")   // want `nothing ever calls Shutdown on this echo.Echo`

	fast := &fasthttp.Server{}
	go fast.ListenAndServe(":8084") // want `nothing ever calls Shutdown on this fasthttp.Server`

	var tls bool
	either := &http.Server{}
	if tls {
		either.ListenAndServeTLS("cert", "key") // want `nothing ever calls Shutdown on this http.Server`
	} else {
		either.ListenAndServe() // the same server
	}
	fmt.Println("serving on", either.Addr)

	expression := (*http.Server).ListenAndServe
	go expression(&http.Server{}) // want `nothing ever calls Shutdown on this http.Server`
	g.Wait()
}

func newServer(addr string) *http.Server {
	return &http.Server{Addr: addr}
}

func (a *app) run() {
	lis, _ := net.Listen("tcp", ":8085")
	a.rpc.RegisterService(nil, nil)
	register(a.rpc)
	pb.RegisterGreeterServer(a.rpc, nil)
	go a.rpc.Serve(lis)        // want `nothing ever calls GracefulStop on this grpc.Server`
	go a.srv.ListenAndServe()  // want `nothing ever calls Shutdown on this http.Server`
	go a.held.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`
}

// Generated code takes no more than this interface: it cannot stop the server.
func register(s grpc.ServiceRegistrar) { s.RegisterService(nil, nil) }
