// Package ways closes what requests need before the server has drained, in each way that is seen.
package ways

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net/http"
	"time"

	"github.com/go-kit/kit/sd"
	"github.com/hashicorp/consul/api"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/redis/go-redis/v9"
	"google.golang.org/grpc"
)

func limit() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), 10*time.Second)
}

func before(ctx context.Context, srv *http.Server, db *sql.DB) error {
	<-ctx.Done()
	db.Close() // want `\(serverclose/wrong-order\)`
	shutdownCtx, cancel := limit()
	defer cancel()
	return srv.Shutdown(shutdownCtx)
}

// Deferred calls run last first: the database before the server.
func deferred(ctx context.Context, srv *http.Server) error {
	defer func() {
		shutdownCtx, cancel := limit()
		defer cancel()
		srv.Shutdown(shutdownCtx)
	}()
	db, err := sql.Open("postgres", "")
	if err != nil {
		return err
	}
	defer db.Close() // want `\(serverclose/wrong-order\)`
	srv.Handler = orders(db)
	go srv.ListenAndServe()
	<-ctx.Done()
	return nil
}

func orders(db *sql.DB) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		db.ExecContext(r.Context(), "INSERT INTO orders DEFAULT VALUES")
	})
}

// A function of the package stops the server.
func helper(ctx context.Context, srv *http.Server, pool *pgxpool.Pool) {
	go srv.ListenAndServe()
	<-ctx.Done()
	pool.Close() // want `\(serverclose/wrong-order\)`
	shutdown(srv)
}

func shutdown(srv *http.Server) {
	shutdownCtx, cancel := limit()
	defer cancel()
	srv.Shutdown(shutdownCtx)
}

// As soon as the signal comes, while the server drains.
func atOnce(ctx context.Context, srv *http.Server, db *sql.DB) {
	go func() {
		<-ctx.Done()
		db.Close() // want `\(serverclose/wrong-order\)`
	}()
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
}

func afterFunc(ctx context.Context, srv *http.Server, db *sql.DB) {
	context.AfterFunc(ctx, func() { db.Close() }) // want `\(serverclose/wrong-order\)`
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
}

// Fields, and a Close that ends everything.

type app struct {
	srv   *http.Server
	rpc   *grpc.Server
	db    *sql.DB
	cache *redis.Client
	users *grpc.ClientConn
}

func (a *app) Close() error {
	a.closeStores()
	a.users.Close() // want `\(serverclose/wrong-order\)`
	a.stopRPC()
	shutdownCtx, cancel := limit()
	defer cancel()
	return a.srv.Shutdown(shutdownCtx)
}

func (a *app) closeStores() {
	a.db.Close()    // want `\(serverclose/wrong-order\)`
	a.cache.Close() // want `\(serverclose/wrong-order\)`
}

func (a *app) stopRPC() {
	timer := time.AfterFunc(10*time.Second, a.rpc.Stop)
	defer timer.Stop()
	a.rpc.GracefulStop()
}

// A list that is walked in its order, and one that is walked from its end.
func lists(ctx context.Context, srv *http.Server, db *sql.DB) (err error) {
	shutdown := func() error {
		shutdownCtx, cancel := limit()
		defer cancel()
		return srv.Shutdown(shutdownCtx)
	}
	closers := []func() error{
		db.Close, // want `\(serverclose/wrong-order\)`
		shutdown,
	}
	<-ctx.Done()
	for _, c := range closers {
		err = errors.Join(err, c())
	}
	return err
}

// Callers are sent here until the service is deregistered.
func registered(ctx context.Context, srv *http.Server, client *api.Client) {
	agent := client.Agent()
	if err := agent.ServiceRegister(&api.AgentServiceRegistration{ID: "orders-1", Name: "orders", Port: 8080}); err != nil {
		log.Print(err)
		return
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
	agent.ServiceDeregister("orders-1") // want `\(serverclose/wrong-order\)`
}

func deferredDeregister(ctx context.Context, srv *http.Server, registrar sd.Registrar) {
	registrar.Register()
	defer registrar.Deregister() // want `\(serverclose/wrong-order\)`
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
}

// What is called before the goroutine starts is not what it waits for.
func meanwhile(ctx context.Context, srv *http.Server, db *sql.DB, prepare func()) {
	prepare()
	go func() {
		<-ctx.Done()
		db.Close() // want `\(serverclose/wrong-order\)`
	}()
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
}
