// Package app is the application: the parts that the program starts and stops.
package app

import "serverclose/unreachable-stop/across/server"

type App struct{ server *server.Server }

func New(addr string) *App { return &App{server: server.New(addr)} }

// Run blocks while the server serves.
func (a *App) Run() error { return a.server.Serve() }

func (a *App) Stop() { a.server.Stop() }
