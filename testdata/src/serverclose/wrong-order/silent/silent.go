// Package silent closes things in the right order, or things that no request needs.
package silent

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"net"
	"net/http"
	"time"

	"github.com/go-kit/kit/sd"
	"github.com/hashicorp/consul/api"
)

func shutdown(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

func after(ctx context.Context, srv *http.Server, db *sql.DB) {
	<-ctx.Done()
	shutdown(srv)
	db.Close()
}

// Deferred calls run last first.
func deferred(ctx context.Context, srv *http.Server) error {
	db, err := sql.Open("postgres", "")
	if err != nil {
		return err
	}
	defer db.Close()
	defer shutdown(srv)
	go srv.ListenAndServe()
	<-ctx.Done()
	return nil
}

// A database of the start alone.
func migrate(ctx context.Context, srv *http.Server) error {
	db, err := sql.Open("postgres", "")
	if err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, "CREATE TABLE orders ()"); err != nil {
		db.Close()
		return err
	}
	db.Close()
	go srv.ListenAndServe()
	<-ctx.Done()
	return shutdown(srv)
}

// An early end: there are no requests yet.
func failed(ctx context.Context, srv *http.Server, db *sql.DB) error {
	lis, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		db.Close()
		return err
	}
	go srv.Serve(lis)
	<-ctx.Done()
	err = shutdown(srv)
	return errors.Join(err, db.Close())
}

// The rows are closed, not the database.
func rows(ctx context.Context, srv *http.Server, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "SELECT name FROM flags")
	if err != nil {
		return err
	}
	defer rows.Close()
	<-ctx.Done()
	return shutdown(srv)
}

// The list is walked from its end.
func list(ctx context.Context, srv *http.Server, db *sql.DB) (err error) {
	closers := []func() error{
		db.Close,
		func() error { return shutdown(srv) },
	}
	<-ctx.Done()
	for i := len(closers) - 1; i >= 0; i-- {
		err = errors.Join(err, closers[i]())
	}
	return err
}

// The connections of this listener go on.
func listener(ctx context.Context, srv *http.Server, lis net.Listener) error {
	go srv.Serve(lis)
	<-ctx.Done()
	lis.Close()
	return shutdown(srv)
}

func deregistered(ctx context.Context, srv *http.Server, client *api.Client) error {
	agent := client.Agent()
	if err := agent.ServiceRegister(&api.AgentServiceRegistration{ID: "orders-1"}); err != nil {
		return err
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	if err := agent.ServiceDeregister("orders-1"); err != nil {
		log.Print(err)
	}
	time.Sleep(3 * time.Second) // until callers have seen it
	return shutdown(srv)
}

func deferredDeregister(ctx context.Context, srv *http.Server, registrar sd.Registrar) {
	defer shutdown(srv)
	registrar.Register()
	defer registrar.Deregister()
	go srv.ListenAndServe()
	<-ctx.Done()
}

// Whoever calls Register calls Deregister.

type service struct{ agent *api.Agent }

func (s *service) Register() error {
	return s.agent.ServiceRegister(&api.AgentServiceRegistration{ID: "orders-1"})
}

func (s *service) Deregister() error { return s.agent.ServiceDeregister("orders-1") }
