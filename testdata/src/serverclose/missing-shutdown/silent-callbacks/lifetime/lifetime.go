// Package lifetime runs what it is given until SIGTERM comes, as many companies' own libraries do.
package lifetime

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Run calls start, and what that returns when the signal has come.
func Run(start func() (stop func(), err error)) error {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	stop, err := start()
	if err != nil {
		return err
	}
	<-signals
	stop()
	return nil
}

// A Service can be started.
type Service interface {
	Start() (stop func())
}

// RunService starts the service, and stops it when the signal has come.
func RunService(s Service) {
	ctx, done := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer done()
	stop := s.Start()
	<-ctx.Done()
	stop()
}

// RunUntil calls serve with a context that the signal ends, and waits until serve has closed stopped.
func RunUntil(serve func(ctx context.Context, stopped chan<- struct{})) {
	ctx, done := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer done()
	stopped := make(chan struct{})
	serve(ctx, stopped)
	<-stopped
}

// A Server serves until the context is done, and then closes stopped.
type Server interface {
	Serve(ctx context.Context, stopped chan<- struct{})
}

// RunServer does what RunUntil does.
func RunServer(s Server) {
	ctx, done := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer done()
	stopped := make(chan struct{})
	s.Serve(ctx, stopped)
	<-stopped
}
