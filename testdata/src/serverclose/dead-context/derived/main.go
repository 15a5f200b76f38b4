// The context is made with a limit of its own, and of one that is done.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type config struct{ drain time.Duration }

type app struct {
	config
	srv *http.Server
}

func (a *app) stop(ctx context.Context) error {
	<-ctx.Done()
	limited, cancel := context.WithTimeout(ctx, a.drain)
	defer cancel()
	return a.srv.Shutdown(limited) // want `Shutdown gets limited, which line 22 derives from ctx, done since line 21: .*; derive it from context.WithoutCancel\(ctx\) there`
}

func plain(ctx context.Context, srv *http.Server) {
	go srv.ListenAndServe()
	<-ctx.Done()
	srv.Shutdown(ctx) // want `Shutdown gets ctx, which has been done since line 29`
}

func valued(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	stopCtx := context.WithValue(ctx, config{}, "stop")
	srv.Shutdown(stopCtx) // want `Shutdown gets stopCtx, which line 35 derives from ctx, done since line 34`
}

func fresh(ctx context.Context, srv *http.Server, c config) {
	<-ctx.Done()
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.drain)
	defer cancel()
	srv.Shutdown(limited)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080"}
	a := &app{config{time.Minute}, srv}
	switch os.Args[1] {
	case "plain":
		plain(ctx, srv)
	case "valued":
		valued(ctx, srv)
	case "fresh":
		fresh(ctx, srv, a.config)
	default:
		a.stop(ctx)
	}
}
