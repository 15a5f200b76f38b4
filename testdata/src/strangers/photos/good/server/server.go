package server

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

type Config struct {
	Address     string
	GracePeriod int
}

// Server is an echo with a http.Server of our own, for its timeouts.
type Server struct {
	router *echo.Echo
	http   *http.Server
	conf   Config
	failed chan error
}

func New(conf Config) *Server {
	s := &Server{
		router: echo.New(),
		http: &http.Server{
			Addr:         conf.Address,
			ReadTimeout:  20 * time.Second,
			WriteTimeout: 20 * time.Second,
		},
		conf:   conf,
		failed: make(chan error, 1),
	}
	s.routes()
	return s
}

func (s *Server) Run() {
	go func() {
		if err := s.router.StartServer(s.http); err != http.ErrServerClosed {
			s.failed <- err
		}
	}()
}

func (s *Server) Failed() <-chan error { return s.failed }

func (s *Server) Stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Duration(s.conf.GracePeriod)*time.Second)
	defer cancel()
	return s.http.Shutdown(ctx)
}
