// Package ways evaluates a start that blocks as the argument of a go statement, in each way that is seen.
package ways

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"

	"github.com/labstack/echo/v4"
	"google.golang.org/grpc"
)

func arguments(srv *http.Server, rpc *grpc.Server, e *echo.Echo, lis net.Listener) {
	go log.Fatal(http.ListenAndServe(":8080", nil))     // want `\(serverclose/blocking-go\)`
	go log.Println("api:", srv.ListenAndServe())        // want `\(serverclose/blocking-go\)`
	go fmt.Println(rpc.Serve(lis))                      // want `\(serverclose/blocking-go\)`
	go log.Print(fmt.Errorf("echo: %w", e.Start(":1"))) // want `\(serverclose/blocking-go\)`
	go func(err error) {                                // want `\(serverclose/blocking-go\)`
		if !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}(srv.Serve(lis))
}

func methods(srv *http.Server, errs chan error) {
	logger := log.Default()
	go logger.Fatalln(srv.ListenAndServe())           // want `\(serverclose/blocking-go\)`
	go report{errs}.send(srv.ListenAndServe())        // want `\(serverclose/blocking-go\)`
	go report{errs}.with(srv.ListenAndServe()).wait() // want `\(serverclose/blocking-go\)`
	send := report{errs}.send
	go send(srv.ListenAndServeTLS("cert.pem", "key.pem")) // want `\(serverclose/blocking-go\)`
}

type report struct{ errs chan error }

func (r report) send(err error) { r.errs <- err }

func (r report) with(err error) report { return r }

func (r report) wait() { <-r.errs }

// The function that blocks is the package's own, has a type parameter, or is a value.
func own(ctx context.Context, srv *http.Server) {
	go must(serve(srv))                 // want `\(serverclose/blocking-go\)`
	go must((&app{srv: *srv}).Run(ctx)) // want `\(serverclose/blocking-go\)`
	go must(start(srv))                 // want `\(serverclose/blocking-go\)`
	listen := srv.ListenAndServe
	go must(listen())                             // want `\(serverclose/blocking-go\)`
	go must(func() error { return serve(srv) }()) // want `\(serverclose/blocking-go\)`
	go func() { go must(srv.ListenAndServe()) }() // want `\(serverclose/blocking-go\)`
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func serve(srv *http.Server) error { return srv.ListenAndServe() }

func start[S interface{ ListenAndServe() error }](srv S) error { return srv.ListenAndServe() }

type app struct{ srv http.Server }

func (a *app) Run(ctx context.Context) error { return a.srv.ListenAndServe() }

// What is called waits for a goroutine that serves.
func waits(ctx context.Context, srv *http.Server) {
	go must(wait(srv)) // want `\(serverclose/blocking-go\)`
	<-ctx.Done()
	srv.Shutdown(context.Background())
}

func wait(srv *http.Server) error {
	ended := make(chan error)
	go func() { ended <- srv.ListenAndServe() }()
	return <-ended
}
