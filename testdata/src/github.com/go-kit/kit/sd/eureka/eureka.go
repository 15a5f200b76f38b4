// Package eureka is a stub of the library.
package eureka

type Registrar struct{}

func (r *Registrar) Deregister() {}
func (r *Registrar) Register()   {}

type fargoConnection interface{}
