// Each command stops its server on a signal that asks for no stop.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/oklog/run"
)

func main() {
	switch os.Args[1] {
	case "direct":
		direct()
	case "context":
		notifyContext()
	case "list":
		list()
	case "goroutine":
		goroutine()
	case "switch":
		switched()
	case "actors":
		actors()
	case "field":
		a := &app{signals: make(chan os.Signal, 1)}
		a.run()
	}
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

func direct() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM, syscall.SIGPIPE) // want `\(signalnotify/stops-on-noise\)`
	<-c
	shutdown(srv)
}

func notifyContext() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	ctx, stop := signal.NotifyContext(context.Background(),
		syscall.SIGTERM,
		syscall.SIGURG, // want `\(signalnotify/stops-on-noise\)`
	)
	defer stop()
	<-ctx.Done()
	shutdown(srv)
}

func list() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, signals...)
	select {
	case <-c:
	case <-time.After(time.Hour):
	}
	shutdown(srv)
}

func goroutine() {
	srv := &http.Server{Addr: ":8080"}
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGTERM)
		signal.Notify(c, noise) // want `\(signalnotify/stops-on-noise\)`
		<-c
		shutdown(srv)
	}()
	srv.ListenAndServe()
	<-stopped
}

const noise = syscall.SIGWINCH

// SIGHUP reloads; whatever else comes stops the server.
func switched() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGHUP, syscall.SIGTERM, syscall.SIGPIPE) // want `\(signalnotify/stops-on-noise\)`
	for sig := range c {
		switch sig {
		case syscall.SIGHUP:
			log.Print("reloading")
		default:
			shutdown(srv)
			return
		}
	}
}

func actors() {
	srv := &http.Server{Addr: ":8080"}
	var g run.Group
	g.Add(run.SignalHandler(context.Background(), syscall.SIGTERM, syscall.SIGPIPE)) // want `\(signalnotify/stops-on-noise\)`
	g.Add(srv.ListenAndServe, func(error) { shutdown(srv) })
	g.Run()
}

type app struct {
	srv     http.Server
	signals chan os.Signal
}

func (a *app) run() {
	go a.srv.ListenAndServe()
	signal.Notify(a.signals, syscall.SIGTERM, syscall.SIGCHLD) // want `\(signalnotify/stops-on-noise\)`
	a.wait()
	shutdown(&a.srv)
}

func (a *app) wait() { log.Print(<-a.signals) }
