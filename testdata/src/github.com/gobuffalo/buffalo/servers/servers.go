// Package servers is a stub of the library.
package servers

import (
	"context"
	"net/http"
)

type Server interface {
	Shutdown(context.Context) error
	Start(context.Context, http.Handler) error
	SetAddr(string)
}
