// Package app is the application.
package app

import (
	"signalnotify/missing-handler/across-caught/server"
	"signalnotify/missing-handler/across/signals"
)

type App struct{ server *server.Server }

func New(addr string) *App { return &App{server.New(addr)} }

// Run serves until the process is asked to stop.
func (a *App) Run() error {
	go a.server.Serve()
	signals.Wait()
	return a.server.Stop()
}
