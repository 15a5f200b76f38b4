package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"time"

	"k8s.io/apiserver/pkg/server"
)

// A library catches the signal, and its context is that of the requests.
func main() {
	ctx := server.SetupSignalContext()
	srv := &http.Server{
		Addr:        ":8080",
		BaseContext: func(net.Listener) context.Context { return ctx }, // want `\(serverclose/cancelled-requests\)`
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := srv.Shutdown(stop); err != nil {
			log.Print(err)
		}
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-ended
}
