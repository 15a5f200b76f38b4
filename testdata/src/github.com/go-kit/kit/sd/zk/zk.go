// Package zk is a stub of the library.
package zk

type Client interface{}

type Registrar struct{}

func (r *Registrar) Deregister() {}
func (r *Registrar) Register()   {}

type Service struct{}
