// Package web is a stub of the library.
package web

import (
	"log/slog"
	"net"
	"net/http"
)

type FlagConfig struct {
	WebListenAddresses *[]string
	WebConfigFile      *string
}

func Listen(server *http.Server, flags *FlagConfig, logger *slog.Logger) error         { return nil }
func ListenAndServe(server *http.Server, flags *FlagConfig, logger *slog.Logger) error { return nil }
func Serve(l net.Listener, server *http.Server, flags *FlagConfig, logger *slog.Logger) error {
	return nil
}
func ServeMultiple(listeners []net.Listener, server *http.Server, flags *FlagConfig, logger *slog.Logger) error {
	return nil
}
