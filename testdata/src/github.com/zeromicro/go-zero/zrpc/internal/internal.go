// Package internal is a stub of the library.
package internal

import (
	"google.golang.org/grpc"
)

type RegisterFn func(*grpc.Server)
