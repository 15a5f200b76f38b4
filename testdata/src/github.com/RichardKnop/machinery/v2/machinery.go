// Package machinery is a stub of the library.
package machinery

import (
	"errors"

	backendsiface "github.com/RichardKnop/machinery/v2/backends/iface"
	brokersiface "github.com/RichardKnop/machinery/v2/brokers/iface"
	"github.com/RichardKnop/machinery/v2/config"
	lockiface "github.com/RichardKnop/machinery/v2/locks/iface"
)

var ErrWorkerQuitGracefully = errors.New("Worker quit gracefully")

type Server struct{}

func (server *Server) NewWorker(consumerTag string, concurrency int) *Worker { return nil }

type Worker struct{}

func (worker *Worker) Launch() error                       { return nil }
func (worker *Worker) LaunchAsync(errorsChan chan<- error) {}
func (worker *Worker) Quit()                               {}

func NewServer(cnf *config.Config, brokerServer brokersiface.Broker, backendServer backendsiface.Backend, lock lockiface.Lock) *Server {
	return nil
}
