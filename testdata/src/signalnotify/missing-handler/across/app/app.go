// Package app is the application.
package app

import "signalnotify/missing-handler/across/server"

type App struct{ server *server.Server }

func New(addr string) *App { return &App{server.New(addr)} }

// Run blocks while the application serves.
func (a *App) Run() error { return a.server.Serve() }
