// Package service is a stub of the library.
package service

type Service interface {
	Starter
	Stopper
}

type ServiceGroup struct{}

func (sg *ServiceGroup) Add(service Service) {}
func (sg *ServiceGroup) Start()              {}
func (sg *ServiceGroup) Stop()               {}

type Starter interface {
	Start()
}

type Stopper interface {
	Stop()
}

func NewServiceGroup() *ServiceGroup { return nil }
