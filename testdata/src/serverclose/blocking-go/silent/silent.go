// Package silent starts servers in the goroutine, or evaluates what returns at once.
package silent

import (
	"errors"
	"log"
	"net"
	"net/http"

	"google.golang.org/grpc"
)

func silent(srv *http.Server, rpc *grpc.Server) error {
	go func() { log.Fatal(http.ListenAndServe(":8080", nil)) }()
	go srv.ListenAndServe()
	go run(srv.ListenAndServe) // the function is evaluated, not called
	go run(func() error { return srv.ListenAndServe() })
	go newServer(":8081").ListenAndServe()
	go starter(srv)()

	lis, err := net.Listen("tcp", ":8082")
	if err != nil {
		return err
	}
	go rpc.Serve(lis)
	go rpc.Serve(must(net.Listen("tcp", ":8083"))) // Listen does not block
	go log.Print(background(srv))

	err = srv.ListenAndServe()
	go log.Print(err) // blocks before, and is meant to
	return err
}

func run(f func() error) {
	if err := f(); !errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
}

func newServer(addr string) *http.Server { return &http.Server{Addr: addr} }

// starter returns the start: it is called in the goroutine.
func starter(srv *http.Server) func() error {
	return func() error { return srv.ListenAndServe() }
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// background returns at once.
func background(srv *http.Server) error {
	go srv.ListenAndServe()
	return nil
}
