// Servers that are stopped through what the standard library keeps or calls, and by what they are given.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/gofiber/fiber/v3"
	"github.com/panjf2000/gnet/v2"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	var byName sync.Map
	inMap := &http.Server{Addr: ":8080"}
	byName.Store("api", inMap)
	go inMap.ListenAndServe()

	var current atomic.Pointer[http.Server]
	pointed := &http.Server{Addr: ":8081"}
	current.Store(pointed)
	go pointed.ListenAndServe()

	once := &http.Server{Addr: ":8082"}
	shutdownOnce := sync.OnceFunc(func() {
		onceCtx, cancel := limit()
		defer cancel()
		once.Shutdown(onceCtx)
	})
	go once.ListenAndServe()

	ordered := &http.Server{Addr: ":8083"}
	stops := []func(context.Context) error{ordered.Shutdown}
	go ordered.ListenAndServe()

	app := fiber.New()
	go app.Listen(":3000", fiber.ListenConfig{GracefulContext: ctx})

	handler := &lines{}
	go gnet.Run(handler, "tcp://:9000")

	<-ctx.Done()
	shutdownCtx, cancel := limit()
	defer cancel()
	byName.Range(func(_, srv any) bool {
		srv.(*http.Server).Shutdown(shutdownCtx)
		return true
	})
	current.Load().Shutdown(shutdownCtx)
	shutdownOnce()
	for _, stop := range slices.Backward(stops) {
		stop(shutdownCtx)
	}
	handler.engine.Stop(shutdownCtx)
}

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

type lines struct {
	gnet.BuiltinEventEngine
	engine gnet.Engine
}

func (l *lines) OnBoot(engine gnet.Engine) gnet.Action {
	l.engine = engine
	return 0
}
