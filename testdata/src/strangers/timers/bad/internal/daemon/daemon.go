package daemon

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/oklog/run"

	"strangers/timers/bad/internal/ticker"
)

type Daemon struct {
	APIAddr string
	Every   time.Duration
}

func Defaults() *Daemon {
	return &Daemon{APIAddr: ":7070", Every: time.Second}
}

// Run runs all actors and returns once they have all returned.
func (d *Daemon) Run() error {
	var (
		g     run.Group
		wheel = ticker.NewWheel(d.Every)
	)
	{
		ln, err := net.Listen("tcp", d.APIAddr)
		if err != nil {
			return err
		}
		srv := &http.Server{Handler: wheel}
		g.Add(func() error {
			slog.Info("api", "addr", ln.Addr())
			return srv.Serve(ln)
		}, func(error) {
			ln.Close()
		})
	}
	{
		ctx, cancel := context.WithCancel(context.Background())
		g.Add(func() error {
			return wheel.Turn(ctx)
		}, func(error) {
			cancel()
		})
	}
	g.Add(run.SignalHandler(context.Background(), syscall.SIGINT, syscall.SIGTERM))

	err := g.Run()
	var sig *run.SignalError
	if errors.As(err, &sig) {
		slog.Info("stopped", "signal", sig.Signal)
		return nil
	}
	return err
}
