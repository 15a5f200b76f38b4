// Package cmds is a stub of the library.
package cmds

type Builder struct{}

type Completed struct{}
