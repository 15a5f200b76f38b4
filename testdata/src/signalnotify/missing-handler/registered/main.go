// What is registered could call its own Serve; main does.
package main

import (
	"net"

	"google.golang.org/grpc"
)

type server struct{ grpc *grpc.Server }

func newServer() *server {
	s := &server{grpc: grpc.NewServer()}
	s.grpc.RegisterService(&grpc.ServiceDesc{ServiceName: "orders"}, s)
	return s
}

func (s *server) Serve(lis net.Listener) error {
	return s.grpc.Serve(lis) // want `\(signalnotify/missing-handler\)`
}

func main() {
	srv := newServer()
	lis, err := net.Listen("tcp", ":9090")
	if err != nil {
		return
	}
	srv.Serve(lis)
}
