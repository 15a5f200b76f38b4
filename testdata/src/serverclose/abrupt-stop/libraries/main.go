// The hard stops of libraries' servers.
package main

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/emersion/go-smtp"
	"github.com/gliderlabs/ssh"
	"github.com/labstack/echo/v4"
	"github.com/quic-go/quic-go/http3"
	"google.golang.org/grpc/xds"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	lis, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	e := echo.New()
	go func() {
		if err := e.Start(":8081"); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	quic := &http3.Server{Addr: ":8443"}
	go quic.ListenAndServe()
	engine := server.New()
	go engine.Run()
	mesh, err := xds.NewGRPCServer()
	if err != nil {
		log.Fatal(err)
	}
	go mesh.Serve(lis)
	mail := smtp.NewServer(nil)
	go mail.ListenAndServe()
	shell := &ssh.Server{Addr: ":2222"}
	go shell.ListenAndServe()

	<-ctx.Done()
	e.Close()      // want `\(serverclose/abrupt-stop\)`
	quic.Close()   // want `\(serverclose/abrupt-stop\)`
	engine.Close() // want `\(serverclose/abrupt-stop\)`
	mesh.Stop()    // want `\(serverclose/abrupt-stop\)`
	mail.Close()   // want `\(serverclose/abrupt-stop\)`
	shell.Close()  // want `\(serverclose/abrupt-stop\)`
}
