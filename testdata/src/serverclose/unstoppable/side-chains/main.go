// Routes that are made link by link. A router with nothing but routes for operators is a side server.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/gorilla/mux"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

type api struct{ router *mux.Router }

func (a *api) orders(http.ResponseWriter, *http.Request) {}

func (a *api) ready(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }

func (a *api) routes() http.Handler {
	a.router = mux.NewRouter()
	a.router.Path("/metrics").Handler(promhttp.Handler())
	a.router.Methods(http.MethodGet).Path("/orders").HandlerFunc(a.orders)
	return a.router
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	a := new(api)
	go http.ListenAndServe(":8080", a.routes()) // want `serverclose/unstoppable`

	one := mux.NewRouter()
	one.Handle("/metrics", promhttp.Handler())
	one.Path("/").Methods("POST").Handler(http.HandlerFunc(a.orders))
	go http.ListenAndServe(":8081", one) // want `serverclose/unstoppable`

	sub := mux.NewRouter()
	sub.HandleFunc("/healthz", a.ready).Methods("GET").Name("health")
	v1 := sub.PathPrefix("/v1").Subrouter()
	v1.HandleFunc("/orders", a.orders)
	go http.ListenAndServe(":8082", sub) // want `serverclose/unstoppable`

	prefix := mux.NewRouter()
	prefix.NewRoute().PathPrefix("/shop").Handler(http.HandlerFunc(a.orders))
	prefix.Methods("GET").Path("/ready").HandlerFunc(a.ready)
	go http.ListenAndServe(":8083", prefix) // want `serverclose/unstoppable`

	side := mux.NewRouter()
	side.Path("/metrics").Handler(promhttp.Handler())
	side.Methods("GET").Path("/healthz").HandlerFunc(a.ready)
	side.HandleFunc("/-/ready", a.ready).Methods("GET")
	go http.ListenAndServe(":9090", side) // strict: unstoppable

	debug := mux.NewRouter()
	debug.PathPrefix("/debug/").Handler(http.DefaultServeMux)
	go http.ListenAndServe(":9091", debug) // strict: unstoppable
	<-ctx.Done()
}
