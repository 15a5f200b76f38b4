package desk

import (
	"context"
	"net"
	"net/http"
	"time"
)

type Config struct {
	BindAddress     string
	ShutdownTimeout time.Duration
}

type completedConfig struct{ *Config }

// CompletedConfig can only be made by Complete.
type CompletedConfig struct{ *completedConfig }

func (c *Config) Complete() CompletedConfig {
	return CompletedConfig{&completedConfig{c}}
}

// Server is the desk.
type Server struct {
	listener        net.Listener
	handler         http.Handler
	shutdownTimeout time.Duration
}

func (c completedConfig) New() (*Server, error) {
	ln, err := net.Listen("tcp", c.BindAddress)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/issue", func(w http.ResponseWriter, _ *http.Request) {
		time.Sleep(1200 * time.Millisecond) // prints
		w.Write([]byte("T-1001"))
	})
	return &Server{listener: ln, handler: mux, shutdownTimeout: c.ShutdownTimeout}, nil
}

type preparedServer struct{ *Server }

func (s *Server) PrepareRun() preparedServer { return preparedServer{s} }

// Run serves until stopCh is closed, then drains.
func (s preparedServer) Run(stopCh <-chan struct{}) error {
	stoppedCh, err := s.NonBlockingRun(stopCh)
	if err != nil {
		return err
	}
	<-stopCh
	<-stoppedCh
	return nil
}

// NonBlockingRun spawns the server. The channel that it returns is closed when the drain has ended.
func (s preparedServer) NonBlockingRun(stopCh <-chan struct{}) (<-chan struct{}, error) {
	server := &http.Server{Handler: s.handler, MaxHeaderBytes: 1 << 20}
	stoppedCh := make(chan struct{})
	go func() {
		defer close(stoppedCh)
		<-stopCh
		ctx, cancel := context.WithTimeout(context.Background(), s.shutdownTimeout)
		server.Shutdown(ctx)
		cancel()
	}()
	go func() {
		err := server.Serve(s.listener)
		select {
		case <-stopCh:
		default:
			panic("server stopped: " + err.Error())
		}
	}()
	return stoppedCh, nil
}
