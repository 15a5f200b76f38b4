package api

import (
	"context"
	"errors"
	"net"
	"net/http"
	"strconv"
	"time"

	"go.uber.org/fx"
	"go.uber.org/zap"
)

type Addr string

type API struct {
	addr Addr
	log  *zap.Logger
	down fx.Shutdowner
	srv  *http.Server
	ctx  context.Context
}

func New(addr Addr, log *zap.Logger, down fx.Shutdowner) *API {
	a := &API{addr: addr, log: log.Named("api"), down: down, ctx: context.Background()}
	mux := http.NewServeMux()
	mux.HandleFunc("/redeem", a.redeem)
	a.srv = &http.Server{Handler: mux}
	return a
}

// Register hooks the API into the application.
func (a *API) Register(lc fx.Lifecycle) {
	lc.Append(fx.Hook{OnStart: a.onStart, OnStop: a.onStop})
}

func (a *API) onStart(ctx context.Context) error {
	lis, err := new(net.ListenConfig).Listen(ctx, "tcp", string(a.addr))
	if err != nil {
		return err
	}
	go a.serve(lis)
	return nil
}

func (a *API) serve(lis net.Listener) {
	err := a.srv.Serve(lis)
	if errors.Is(err, http.ErrServerClosed) {
		return
	}
	a.log.Error("serve", zap.Error(err))
	if err := a.down.Shutdown(fx.ExitCode(1)); err != nil {
		a.log.Error("shutdown", zap.Error(err))
	}
}

func (a *API) onStop(context.Context) error {
	ctx, cancel := context.WithTimeout(a.ctx, 10*time.Second)
	defer cancel()
	a.log.Info("stopping")
	return a.srv.Shutdown(ctx)
}

func (a *API) redeem(w http.ResponseWriter, r *http.Request) {
	time.Sleep(1200 * time.Millisecond)
	off, _ := strconv.Atoi(r.FormValue("off"))
	a.log.Info("redeemed", zap.Int("off", off))
	w.WriteHeader(http.StatusNoContent)
}
