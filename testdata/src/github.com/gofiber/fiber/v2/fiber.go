// Package fiber is a stub of the library.
package fiber

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"net"
	"time"

	"github.com/valyala/fasthttp"
)

type App struct{}

func New() *App { return nil }

func (app *App) Listen(addr string) error                        { return nil }
func (app *App) Shutdown() error                                 { return nil }
func (app *App) ShutdownWithTimeout(timeout time.Duration) error { return nil }
func (app *App) ShutdownWithContext(ctx context.Context) error   { return nil }
func (app *App) Server() *fasthttp.Server                        { return nil }

func (app *App) ListenMutualTLS(addr, certFile, keyFile, clientCertFile string) error { return nil }
func (app *App) ListenMutualTLSWithCertificate(addr string, cert tls.Certificate, clientCertPool *x509.CertPool) error {
	return nil
}
func (app *App) ListenTLS(addr, certFile, keyFile string) error                   { return nil }
func (app *App) ListenTLSWithCertificate(addr string, cert tls.Certificate) error { return nil }
func (app *App) Listener(ln net.Listener) error                                   { return nil }
