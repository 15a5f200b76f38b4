// Package funcframework is a stub of the library.
package funcframework

import (
	"context"
	"net/http"
)

func RegisterHTTPFunctionContext(ctx context.Context, path string, fn func(http.ResponseWriter, *http.Request)) error {
	return nil
}
func Start(port string) error                   { return nil }
func StartHostPort(hostname, port string) error { return nil }
