// The program gets the server from the application.
package main

import (
	"context"
	"net/http"

	"go.uber.org/fx"
)

func main() {
	var srv *http.Server
	app := fx.New(fx.Provide(newServer), fx.Invoke(func(*http.Server) {}), fx.Populate(&srv))
	app.Start(context.Background())
	<-app.Done()
	srv.Shutdown(context.Background())
}

func newServer(lc fx.Lifecycle) *http.Server {
	srv := &http.Server{Addr: ":8080"}
	lc.Append(fx.Hook{OnStart: func(context.Context) error {
		go srv.ListenAndServe()
		return nil
	}})
	return srv
}
