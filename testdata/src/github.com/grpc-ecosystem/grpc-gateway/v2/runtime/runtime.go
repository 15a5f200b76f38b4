// Package runtime is a stub of the library.
package runtime

import "net/http"

type ServeMuxOption func(*ServeMux)

type ServeMux struct{}

func NewServeMux(opts ...ServeMuxOption) *ServeMux { return nil }

func (s *ServeMux) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

type HandlerFunc func(w http.ResponseWriter, r *http.Request, pathParams map[string]string)

func (s *ServeMux) HandlePath(meth string, pathPattern string, h HandlerFunc) error { return nil }
