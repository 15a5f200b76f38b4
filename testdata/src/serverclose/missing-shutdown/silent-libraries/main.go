// Servers and workers that stop when the context ends, or catch the signal themselves.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"cloud.google.com/go/pubsub/v2"
	"github.com/ThreeDotsLabs/watermill/message"
	hertz "github.com/cloudwego/hertz/pkg/app/server"
	kitex "github.com/cloudwego/kitex/server"
	"github.com/go-kratos/kratos/v2"
	"github.com/hibiken/asynq"
	"github.com/kataras/iris/v12"
	"github.com/labstack/echo/v5"
	"github.com/zeromicro/go-zero/core/service"
	"github.com/zeromicro/go-zero/rest"
	"go.temporal.io/sdk/worker"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var err error
	switch os.Args[1] {
	case "echo":
		err = echo.New().Start(":8080")
	case "echo-config":
		err = echo.StartConfig{Address: ":8080", GracefulTimeout: 10 * time.Second}.Start(ctx, echo.New())
	case "hertz":
		hertz.Default().Spin()
	case "kitex":
		err = kitex.NewServer().Run()
	case "kratos":
		err = kratos.New().Run()
	case "iris":
		err = iris.New().Listen(":8080")
	case "go-zero":
		rest.MustNewServer(rest.RestConf{}).Start()
	case "go-zero-group":
		group := service.NewServiceGroup()
		group.Add(rest.MustNewServer(rest.RestConf{}))
		group.Start()
	case "asynq":
		err = asynq.NewServer(asynq.RedisClientOpt{}, asynq.Config{}).Run(asynq.NewServeMux())
	case "temporal":
		err = worker.New(nil, "orders", worker.Options{}).Run(worker.InterruptCh())
	case "pubsub":
		client, clientErr := pubsub.NewClient(ctx, "orders")
		if clientErr != nil {
			log.Fatal(clientErr)
		}
		err = client.Subscriber("orders").Receive(ctx, func(context.Context, *pubsub.Message) {})
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
