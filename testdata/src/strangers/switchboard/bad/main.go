package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/soheilhy/cmux"
	"google.golang.org/grpc"

	"strangers/switchboard/bad/calls"
	"strangers/switchboard/bad/switchboardpb"
)

func main() {
	addr := ":8080"
	if port := os.Getenv("PORT"); port != "" {
		addr = ":" + port
	}
	if err := serve(addr); err != nil {
		log.Fatalln(err)
	}
}

// serve offers gRPC and HTTP on one port.
func serve(addr string) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}

	m := cmux.New(l)
	grpcL := m.MatchWithWriters(cmux.HTTP2MatchHeaderFieldSendSettings("content-type", "application/grpc"))
	httpL := m.Match(cmux.HTTP1Fast())

	operator := calls.NewOperator()
	grpcS := grpc.NewServer()
	switchboardpb.RegisterSwitchboardServer(grpcS, operator)
	httpS := &http.Server{Handler: operator.Page()}

	errs := make(chan error, 3)
	go func() { errs <- grpcS.Serve(grpcL) }() // want `\(serverclose/missing-shutdown\)`
	go func() { errs <- httpS.Serve(httpL) }()
	go func() {
		err := m.Serve()
		if err != nil && strings.Contains(err.Error(), "use of closed network connection") {
			err = nil
		}
		errs <- err
	}()

	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM)
	select {
	case err := <-errs:
		return err
	case <-stop:
	}

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	err = httpS.Shutdown(ctx)
	if errors.Is(err, net.ErrClosed) { // both share the listener
		err = nil
	}
	return err
}
