// Package srv is a company's own server, which no table of libraries knows.
package srv

import (
	"context"
	"net"
)

type Server struct {
	listener net.Listener
	handle   func(net.Conn)
}

func New(addr string, handle func(net.Conn)) (*Server, error) {
	listener, err := net.Listen("tcp", addr)
	return &Server{listener, handle}, err
}

func (s *Server) Run() error {
	for {
		conn, err := s.listener.Accept()
		if err != nil {
			return err
		}
		go s.handle(conn)
	}
}

func (s *Server) RunUntilSignal() error { return s.Run() }

func (s *Server) Stop(ctx context.Context) error { return s.listener.Close() }

// StopNow is not among the methods that the flag names.
func (s *Server) StopNow() error { return s.Stop(context.Background()) }
