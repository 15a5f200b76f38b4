// Stops that nothing limits, of servers whose requests end by themselves, as far as one sees. Strict.
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

	"github.com/gofiber/fiber/v2"
	"google.golang.org/grpc"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	servers := make([]http.Server, 4)
	for i := range servers {
		go func() {
			if err := servers[i].ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
				log.Print(err)
			}
		}()
	}
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		log.Fatal(err)
	}
	rpc := grpc.NewServer()
	go rpc.Serve(lis)
	app := fiber.New()
	go app.Listen(":3000")

	<-ctx.Done()
	servers[0].Shutdown(context.Background()) // strict: unbounded-stop
	servers[1].Shutdown(context.TODO())       // strict: unbounded-stop
	background := context.Background()
	if err := servers[2].Shutdown(background); err != nil { // strict: unbounded-stop
		log.Print(err)
	}
	servers[3].Shutdown(context.WithoutCancel(ctx)) // strict: unbounded-stop
	rpc.GracefulStop()                              // strict: unbounded-stop
	app.Shutdown()                                  // strict: unbounded-stop
}
