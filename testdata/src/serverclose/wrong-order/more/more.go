// Package more has orders that look like others.
package more

import (
	"context"
	"database/sql"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/hashicorp/consul/api"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
)

func shutdown(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

// This context ends when the server has drained.
func ownContext(ctx context.Context, srv *http.Server, db *sql.DB) {
	dbCtx, cancel := context.WithCancel(context.Background())
	go func() { <-dbCtx.Done(); db.Close() }()
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
	cancel()
}

// No request needs what is opened at the end.
func transient(ctx context.Context, srv *http.Server) {
	go srv.ListenAndServe()
	<-ctx.Done()
	conn, err := grpc.Dial("x")
	if err == nil {
		conn.Close()
	}
	shutdown(srv)
}

func tell() {
	conn, err := grpc.Dial("x")
	if err == nil {
		defer conn.Close()
	}
}

func transientCallee(ctx context.Context, srv *http.Server) {
	go srv.ListenAndServe()
	<-ctx.Done()
	tell()
	shutdown(srv)
}

// The server of the requests has drained.
func metricsLast(ctx context.Context, srv *http.Server, db *sql.DB) {
	m := &http.Server{Addr: ":9090", Handler: http.NewServeMux()}
	go srv.ListenAndServe()
	go m.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
	db.Close()
	shutdown(m)
}

// Nothing serves yet.
func early(ctx context.Context, srv *http.Server) error {
	defer shutdown(srv)
	db, err := sql.Open("", "")
	if err != nil {
		return err
	}
	if err := db.Ping(); err != nil {
		db.Close()
		return err
	}
	go srv.ListenAndServe()
	<-ctx.Done()
	return nil
}

// The database is replaced.
func reload(ctx context.Context, srv *http.Server, again chan *sql.DB) error {
	go srv.ListenAndServe()
	db, _ := sql.Open("", "")
	for {
		select {
		case next := <-again:
			db.Close()
			db = next
		case <-ctx.Done():
			shutdown(srv)
			return db.Close()
		}
	}
}

// The goroutine waits for the drain.
func waits(ctx context.Context, srv *http.Server, db *sql.DB) {
	var wg sync.WaitGroup
	done := make(chan struct{})
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		<-done
		db.Close()
	}()
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
	close(done)
	wg.Wait()
}

// What this waits for is not known.
func unknownWait(ctx context.Context, srv *http.Server, db *sql.DB, w interface{ Wait() }) {
	go func() { <-ctx.Done(); w.Wait(); db.Close() }()
	go srv.ListenAndServe()
	<-ctx.Done()
	shutdown(srv)
}

// One goroutine of the group closes what the requests that another one waits for need.
func group(ctx context.Context, srv *http.Server, db *sql.DB) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { <-ctx.Done(); return shutdown(srv) })
	g.Go(func() error { <-ctx.Done(); return db.Close() }) // want `\(serverclose/wrong-order\)`
	g.Go(func() error { return srv.ListenAndServe() })
	return g.Wait()
}

func groupOK(ctx context.Context, srv *http.Server, db *sql.DB) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { <-ctx.Done(); return shutdown(srv) })
	g.Go(func() error { return srv.ListenAndServe() })
	err := g.Wait()
	return errors.Join(err, db.Close())
}

func spawnedStop(ctx context.Context, srv *http.Server, db *sql.DB) {
	idle := make(chan struct{})
	go func() {
		<-ctx.Done()
		shutdown(srv)
		close(idle)
	}()
	srv.ListenAndServe()
	<-idle
	db.Close()
}

func one(ctx context.Context, srv *http.Server, db *sql.DB) {
	go func() { <-ctx.Done(); shutdown(srv); db.Close() }()
	srv.ListenAndServe()
}

// The deferred call is for an early end.
func both(ctx context.Context, srv *http.Server, agent *api.Agent) {
	defer agent.ServiceDeregister("x")
	go srv.ListenAndServe()
	<-ctx.Done()
	agent.ServiceDeregister("x")
	shutdown(srv)
}

func fromTheEnd(ctx context.Context, srv *http.Server, db *sql.DB) (err error) {
	var closers []func() error
	closers = append(closers, db.Close)
	closers = append(closers, func() error { return shutdown(srv) })
	<-ctx.Done()
	for i := len(closers) - 1; i >= 0; i-- {
		closers[i]()
	}
	return nil
}

func inOrder(ctx context.Context, srv *http.Server, db *sql.DB) (err error) {
	var closers []func() error
	closers = append(closers, db.Close) // want `\(serverclose/wrong-order\)`
	closers = append(closers, func() error { return shutdown(srv) })
	<-ctx.Done()
	for i := 0; i < len(closers); i++ {
		closers[i]()
	}
	return nil
}

// The server starts after it.
func tasks(ctx context.Context, srv *http.Server, db *sql.DB) (err error) {
	for _, t := range []func() error{db.Close, func() error { go srv.ListenAndServe(); <-ctx.Done(); return shutdown(srv) }} {
		t()
	}
	return nil
}

type server struct {
	srv *http.Server
	db  *sql.DB
}

func newServer() (*server, error) {
	db, err := sql.Open("", "")
	if err != nil {
		return nil, err
	}
	s := &server{&http.Server{}, db}
	if err := db.Ping(); err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}

func (s *server) run(ctx context.Context) error {
	go s.srv.ListenAndServe()
	<-ctx.Done()
	return s.close()
}

func (s *server) close() error {
	err := shutdown(s.srv)
	s.db.Close()
	return err
}

// Each server has a database of its own.
func twoInOrder(ctx context.Context, a, b *server) {
	go a.run(ctx)
	go b.run(ctx)
	<-ctx.Done()
	a.close()
	b.close()
}
