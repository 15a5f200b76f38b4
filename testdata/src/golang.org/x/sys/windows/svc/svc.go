// Package svc is a stub of the library.
package svc

type ChangeRequest struct{}

type Handler interface {
	Execute(args []string, r <-chan ChangeRequest, s chan<- Status) (svcSpecificEC bool, exitCode uint32)
}

type Status struct{}

func IsWindowsService() (bool, error)        { return false, nil }
func Run(name string, handler Handler) error { return nil }
