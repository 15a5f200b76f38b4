// Package panics is a stub of the library.
package panics

type Recovered struct{}
