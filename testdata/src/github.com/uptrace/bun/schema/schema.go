// Package schema is a stub of the library.
package schema

type Dialect interface{}
