package node

import (
	"context"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"

	"github.com/oklog/run"
	"google.golang.org/grpc"

	"strangers/routes/good/planner"
	"strangers/routes/good/routespb"
)

// Run runs a node until it is interrupted.
func Run(rpcAddr, webAddr string) error {
	p := planner.New()

	var g run.Group
	if err := addGRPC(&g, rpcAddr, p); err != nil {
		return err
	}
	addWeb(&g, webAddr, p)
	g.Add(run.SignalHandler(context.Background(), os.Interrupt, syscall.SIGTERM))

	err := g.Run()
	if _, ok := err.(*run.SignalError); ok {
		return nil
	}
	return err
}

func addGRPC(g *run.Group, addr string, p *planner.Planner) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	s := grpc.NewServer(grpc.UnaryInterceptor(p.Count))
	routespb.RegisterRoutesServer(s, p)
	g.Add(
		func() error { return s.Serve(l) },
		func(error) { s.GracefulStop() },
	)
	return nil
}

func addWeb(g *run.Group, addr string, p *planner.Planner) {
	s := &http.Server{Addr: addr, Handler: p}
	g.Add(s.ListenAndServe, func(error) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = s.Shutdown(ctx)
	})
}
