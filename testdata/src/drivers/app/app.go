// Package app is the service, whatever the program does with it.
package app

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"sync"
	"time"

	"drivers/server"
)

// An App serves what is in a database.
type App struct {
	db  *sql.DB
	web *server.Server
}

// New makes an app that has yet to run.
func New() *App {
	db, err := sql.Open("postgres", "")
	if err != nil {
		log.Fatal(err)
	}
	app := &App{db: db}
	mux := http.NewServeMux()
	mux.HandleFunc("/hits", app.hits)
	app.web = server.New(":8080", mux)
	return app
}

// Run serves until the app is stopped.
func (a *App) Run() error { return a.web.Run() }

// Stop lets open requests finish, for ten seconds.
func (a *App) Stop() error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return a.web.Stop(ctx)
}

// StopWithin lets open requests finish until the context is done.
func (a *App) StopWithin(ctx context.Context) error { return a.web.Stop(ctx) }

// Abort cuts open requests.
func (a *App) Abort() error { return a.web.Abort() }

// CloseStore closes what requests need.
func (a *App) CloseStore() error { return a.db.Close() }

// Background means to serve in the background.
func (a *App) Background() {
	go log.Print(a.web.Run()) // want `\(serverclose/blocking-go\)`
}

// Wait returns when the program is to stop.
func (a *App) Wait() { a.web.Wait() }

// Serve serves for ever.
func Serve() error { return server.Serve(":8080", http.DefaultServeMux) }

// ServeTool serves for ever, and nothing is lost when it ends.
func ServeTool() error { return server.ServeTool(":9000", http.DefaultServeMux) }

func (a *App) hits(w http.ResponseWriter, r *http.Request) {
	var hits int
	if err := a.db.QueryRowContext(r.Context(), "SELECT count(*) FROM hits").Scan(&hits); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, hits)
}

// Close writes what is left to be written.
func (a *App) Close(keys []string) {
	var wg sync.WaitGroup
	for _, key := range keys {
		wg.Add(1)
		go func() {
			wg.Done() // want `\(wggo/early-done\)`
			a.store(key)
		}()
	}
	wg.Wait()
}

func (a *App) store(key string) {
	if _, err := a.db.Exec("INSERT INTO hits VALUES ($1)", key); err != nil {
		log.Print(err)
	}
}
