// Servers of libraries whose start returns when their stop is done.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"cloud.google.com/go/pubsub/v2"
	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/hibiken/asynq"
	"github.com/labstack/echo/v5"
	"github.com/miekg/dns"
	"google.golang.org/grpc/xds"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch os.Args[1] {
	case "echo/v5":
		err = echo.StartConfig{Address: ":8080"}.Start(ctx, echo.New())
	case "dns":
		srv := &dns.Server{Addr: ":53", Net: "udp"}
		go func() {
			<-ctx.Done()
			shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			defer cancel()
			srv.ShutdownContext(shutdownCtx)
		}()
		err = srv.ListenAndServe()
	case "xds":
		err = serveXDS(ctx)
	case "asynq":
		err = asynq.NewServer(asynq.RedisClientOpt{Addr: "redis:6379"}, asynq.Config{}).Run(asynq.NewServeMux())
	case "pubsub":
		err = receive(ctx)
	case "watermill":
		router, routerErr := message.NewRouter(message.RouterConfig{}, nil)
		if routerErr != nil {
			log.Fatal(routerErr)
		}
		err = router.Run(ctx)
	}
	if err != nil {
		log.Print(err)
	}
}

func serveXDS(ctx context.Context) error {
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		return err
	}
	srv, err := xds.NewGRPCServer()
	if err != nil {
		return err
	}
	go func() {
		<-ctx.Done()
		timer := time.AfterFunc(10*time.Second, srv.Stop)
		defer timer.Stop()
		srv.GracefulStop()
	}()
	return srv.Serve(lis)
}

func receive(ctx context.Context) error {
	client, err := pubsub.NewClient(ctx, "orders")
	if err != nil {
		return err
	}
	defer client.Close()
	return client.Subscriber("orders").Receive(ctx, func(context.Context, *pubsub.Message) {})
}
