// Package web is for the people who order couriers.
package web

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/oklog/run"
)

// Couriers are what the pages show.
type Couriers interface{ Free() int }

// Add adds the web server to what the group runs. The group waits for the interrupt function before it returns.
func Add(group *run.Group, addr string, couriers Couriers) {
	srv := &http.Server{Addr: addr, Handler: routes(couriers)}
	group.Add(func() error {
		log.Printf("web: listening on %s", addr)
		return srv.ListenAndServe()
	}, func(error) {
		ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
		defer cancel()
		if err := srv.Shutdown(ctx); err != nil {
			log.Printf("web: %v", err)
		}
	})
}

func routes(couriers Couriers) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /couriers", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, couriers.Free())
	})
	return mux
}
