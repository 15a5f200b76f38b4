// Package echo is a stub of the library.
package echo

import (
	"context"
	"net/http"
)

type Echo struct {
	Server *http.Server
}

func New() *Echo { return nil }

func (e *Echo) Start(address string) error                       { return nil }
func (e *Echo) StartServer(s *http.Server) error                 { return nil }
func (e *Echo) Shutdown(ctx context.Context) error               { return nil }
func (e *Echo) Close() error                                     { return nil }
func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {}
