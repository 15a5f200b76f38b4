// Package fargo is a stub of the library.
package fargo

type EurekaConnection struct{}

func (e *EurekaConnection) DeregisterInstance(ins *Instance) error { return nil }
func (e *EurekaConnection) RegisterInstance(ins *Instance) error   { return nil }
func (e *EurekaConnection) ReregisterInstance(ins *Instance) error { return nil }

type Instance struct {
	HostName string
	App      string
	Port     int
}

func NewConn(address ...string) (e EurekaConnection) { return EurekaConnection{} }
