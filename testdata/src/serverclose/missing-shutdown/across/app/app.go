// Package app is the application: a server, and a database that it needs.
package app

import (
	"database/sql"
	"log"

	"serverclose/missing-shutdown/across/server"
)

type App struct {
	db     *sql.DB
	server *server.Server
}

func New(addr string) (*App, error) {
	db, err := sql.Open("postgres", "")
	if err != nil {
		return nil, err
	}
	return &App{db, server.New(addr)}, nil
}

// Start returns at once.
func (a *App) Start() {
	go func() {
		if err := a.server.Serve(); err != nil {
			log.Print(err)
		}
	}()
}

// Stop ends what the application holds, but for the server.
func (a *App) Stop() error { return a.db.Close() }
