// Package internal is a stub of the library.
package internal

import (
	"net/http"
)

type StartOption func(svr *http.Server)
