// Done catches SIGTERM.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"go.uber.org/fx"
)

func main() {
	app := fx.New()
	srv := &http.Server{Addr: ":8080"}
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Print(err)
		}
	}()
	if err := app.Start(context.Background()); err != nil {
		log.Fatal(err)
	}
	<-app.Done()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
	app.Stop(ctx)
}
