// Package libraries hands dead contexts to the stops of libraries.
package libraries

import (
	"context"

	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/emersion/go-smtp"
	"github.com/gliderlabs/ssh"
	"github.com/go-co-op/gocron/v2"
	"github.com/gofiber/fiber/v3"
	"github.com/kataras/iris/v12"
	"github.com/labstack/echo/v4"
	"github.com/miekg/dns"
	"github.com/quic-go/quic-go/http3"
	"github.com/riverqueue/river"
	"github.com/valyala/fasthttp"
	"go.opentelemetry.io/otel/sdk/log"
	"go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/trace"
)

func servers(ctx context.Context, e *echo.Echo, app *fiber.App, fast *fasthttp.Server, quic *http3.Server, h *server.Hertz, i *iris.Application) {
	<-ctx.Done()
	e.Shutdown(ctx)               // want `\(serverclose/dead-context\)`
	app.ShutdownWithContext(ctx)  // want `\(serverclose/dead-context\)`
	fast.ShutdownWithContext(ctx) // want `\(serverclose/dead-context\)`
	quic.Shutdown(ctx)            // want `\(serverclose/dead-context\)`
	h.Shutdown(ctx)               // want `\(serverclose/dead-context\)`
	i.Shutdown(ctx)               // want `\(serverclose/dead-context\)`
}

func others(ctx context.Context, names *dns.Server, mail *smtp.Server, shell *ssh.Server) {
	<-ctx.Done()
	names.ShutdownContext(ctx) // want `\(serverclose/dead-context\)`
	mail.Shutdown(ctx)         // want `\(serverclose/dead-context\)`
	shell.Shutdown(ctx)        // want `\(serverclose/dead-context\)`
}

func workers[T any](ctx context.Context, scheduler gocron.Scheduler, client *river.Client[T]) {
	<-ctx.Done()
	scheduler.ShutdownWithContext(ctx) // want `\(serverclose/dead-context\)`
	client.Stop(ctx)                   // want `\(serverclose/dead-context\)`
}

func flushers(ctx context.Context, traces *trace.TracerProvider, metrics *metric.MeterProvider, logs *log.LoggerProvider) {
	<-ctx.Done()
	traces.ForceFlush(ctx) // want `\(serverclose/dead-context\)`
	metrics.Shutdown(ctx)  // want `\(serverclose/dead-context\)`
	logs.Shutdown(ctx)     // want `\(serverclose/dead-context\)`
}
