// The exit is come to on one way only, such as that on which a stop has failed: the message says so.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"go.opentelemetry.io/otel/sdk/trace"
)

func main() {
	switch os.Getenv("FORM") {
	case "error":
		failed()
	case "is":
		timedOut()
	case "switch":
		chosen()
	case "select":
		raced()
	case "status":
		counted()
	case "always":
		always()
	}
}

func serve() (srv *http.Server, traces *trace.TracerProvider, ctx context.Context) {
	srv = &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	signals, _ := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	<-signals.Done()
	ctx, _ = context.WithTimeout(context.Background(), 10*time.Second)
	return srv, trace.NewTracerProvider(), ctx
}

func failed() {
	srv, traces, ctx := serve()
	defer traces.Shutdown(context.Background())
	if err := srv.Shutdown(ctx); err != nil {
		log.Fatal(err) // want `^log.Fatal ends the process before the deferred .*Shutdown has run, so what is still buffered is lost when Kubernetes stops the pod and the program comes to this exit`
	}
}

func timedOut() {
	srv, traces, ctx := serve()
	defer traces.Shutdown(context.Background())
	err := srv.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		os.Exit(1) // want `stops the pod and the program comes to this exit`
	}
}

func chosen() {
	srv, traces, ctx := serve()
	defer traces.Shutdown(context.Background())
	switch err := srv.Shutdown(ctx); {
	case err == nil:
	default:
		log.Fatalln(err) // want `stops the pod and the program comes to this exit`
	}
}

func raced() {
	srv, traces, ctx := serve()
	defer traces.Shutdown(context.Background())
	done := make(chan error, 1)
	go func() { done <- srv.Shutdown(ctx) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		log.Fatalf("the stop takes too long") // want `stops the pod and the program comes to this exit`
	}
}

func counted() {
	srv, traces, ctx := serve()
	defer traces.Shutdown(context.Background())
	status := 0
	if srv.Shutdown(ctx) != nil {
		status = 1
	}
	if status != 0 {
		os.Exit(status) // want `stops the pod and the program comes to this exit`
	}
}

func always() {
	srv, traces, ctx := serve()
	defer traces.Shutdown(context.Background())
	srv.Shutdown(ctx)
	os.Exit(0) // want `stops the pod[;:,.]`
}
