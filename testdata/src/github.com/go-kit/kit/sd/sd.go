// Package sd is a stub of the library.
package sd

type Registrar interface {
	Register()
	Deregister()
}
