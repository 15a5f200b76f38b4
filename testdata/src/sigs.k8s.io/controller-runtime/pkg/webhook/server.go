// Package webhook is a stub of the library.
package webhook

import (
	"context"
	"crypto/tls"
	"net/http"
)

type Options struct {
	Port    int
	TLSOpts []func(*tls.Config)
}

type Server interface {
	NeedLeaderElection() bool
	Register(path string, hook http.Handler)
	Start(ctx context.Context) error
}

func NewServer(o Options) Server { return nil }
