// Engines that are handed on as handlers, or as anything: nobody calls what else they can do.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
	"time"

	"example.com/lifecycle"
	"example.com/middleware"
	"github.com/gin-gonic/gin"
)

// An app can serve by itself, and is a handler here.
type app struct {
	engine *gin.Engine
	next   http.Handler
}

func (a *app) Name() string { return "app" }

func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.next.ServeHTTP(w, r) }

func (a *app) Run(addr ...string) error { return http.ListenAndServe(addr[0], a) }

func (a *app) Debug() error { return a.engine.Run(":6060") }

type builder struct {
	Handler http.Handler
	Extra   map[string]any
}

func (b builder) build(addr string) *http.Server {
	lifecycle.Keep(b)
	return &http.Server{Addr: addr, Handler: b.Handler}
}

func keep[T any](v T) T {
	lifecycle.Keep(v)
	return v
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()

	kept := &http.Server{Addr: ":8080", Handler: gin.Default()}
	lifecycle.Keep(kept)

	engine := gin.New()
	lifecycle.Keep(engine)
	given := &http.Server{Addr: ":8081", Handler: middleware.Wrap(engine)}

	a := &app{engine: keep(gin.New()), next: http.NewServeMux()}
	middleware.Inspect(a)
	var handlers []http.Handler
	handlers = append(handlers, a, gin.Default())
	own := &http.Server{Addr: ":8082", Handler: middleware.Wrap(handlers[0])}

	built := builder{Handler: gin.Default(), Extra: map[string]any{"engine": gin.New(), "app": a}}.build(":8083")

	servers := []*http.Server{kept, given, own, built}
	for _, srv := range servers {
		go srv.ListenAndServe()
	}
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	for _, srv := range servers {
		srv.Shutdown(limited)
	}
}
