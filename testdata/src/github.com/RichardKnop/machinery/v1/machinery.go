// Package machinery is a stub of the library.
package machinery

import (
	"errors"

	"github.com/RichardKnop/machinery/v1/config"
)

var ErrWorkerQuitGracefully = errors.New("Worker quit gracefully")

type Server struct{}

func (server *Server) NewWorker(consumerTag string, concurrency int) *Worker { return nil }

type Worker struct{}

func (worker *Worker) Launch() error                       { return nil }
func (worker *Worker) LaunchAsync(errorsChan chan<- error) {}
func (worker *Worker) Quit()                               {}

func NewServer(cnf *config.Config) (*Server, error) { return nil, nil }
