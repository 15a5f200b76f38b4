// Package app is the application: its gRPC server.
package app

import (
	"log"
	"net"

	"google.golang.org/grpc"
)

type App struct {
	addr string
	rpc  *grpc.Server
}

func New(addr string) *App { return &App{addr: addr, rpc: grpc.NewServer()} }

// Start returns when the port is taken.
func (a *App) Start() error {
	lis, err := net.Listen("tcp", a.addr)
	if err != nil {
		return err
	}
	go func() {
		if err := a.rpc.Serve(lis); err != nil {
			log.Print(err)
		}
	}()
	return nil
}

func (a *App) Stop() { a.rpc.Stop() }
