package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"

	"go.uber.org/fx"
)

func main() {
	fx.New(
		fx.Provide(
			NewHTTPServer,
			NewServeMux,
			NewPollHandler,
		),
		fx.Invoke(func(*http.Server) {}),
	).Run()
}

// NewHTTPServer builds an HTTP server that will begin serving requests
// when the Fx application starts.
func NewHTTPServer(lc fx.Lifecycle, mux *http.ServeMux) *http.Server {
	srv := &http.Server{Addr: os.Getenv("POLLS_ADDR"), Handler: mux}
	lc.Append(fx.Hook{
		OnStart: func(ctx context.Context) error {
			ln, err := net.Listen("tcp", srv.Addr)
			if err != nil {
				return err
			}
			fmt.Println("Starting HTTP server at", srv.Addr)
			go srv.Serve(ln) // want `\(serverclose/missing-shutdown\)`
			return nil
		},
	})
	return srv
}

// NewServeMux builds a ServeMux that will route requests to the PollHandler.
func NewServeMux(poll *PollHandler) *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/vote", poll)
	return mux
}

// PollHandler takes votes.
type PollHandler struct{}

func NewPollHandler() *PollHandler { return &PollHandler{} }

func (*PollHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	time.Sleep(1200 * time.Millisecond)
	if _, err := io.Copy(w, r.Body); err != nil {
		fmt.Fprintln(os.Stderr, "Failed to handle request:", err)
	}
}
