// Servers that no Service selects: on loopback, on a port of the system's choice, and those of tests.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	code, err := login(ctx)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(code)

	fake := httptest.NewServer(http.NotFoundHandler())
	unstarted := httptest.NewUnstartedServer(http.NotFoundHandler())
	unstarted.Start()
	log.Print(fake.URL, unstarted.URL)

	debug := &http.Server{Addr: "127.0.0.1:6060"}
	go debug.ListenAndServe() // strict: missing-shutdown
	<-ctx.Done()
}

// login waits for the browser to come back with a code.
func login(ctx context.Context) (string, error) {
	lis, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	codes := make(chan string, 1)
	callback := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		codes <- r.FormValue("code")
		fmt.Fprintln(w, "you may close this window")
	})}
	go callback.Serve(lis)
	fmt.Println("open http://login.example.com/?redirect=" + lis.Addr().String())
	select {
	case code := <-codes:
		return code, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}
