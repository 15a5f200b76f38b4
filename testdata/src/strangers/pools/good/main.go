package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/log/zap"

	"strangers/pools/good/internal/pool"
	"strangers/pools/good/internal/runner"
)

func main() {
	ctrl.SetLogger(zap.New())
	if err := run(); err != nil {
		ctrl.Log.Error(err, "pools")
		os.Exit(1)
	}
}

func run() error {
	ctx, cancel := signal.NotifyContext(context.Background(), stopOn()...)
	defer cancel()

	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{HealthProbeBindAddress: ":8086"})
	if err != nil {
		return err
	}
	for _, r := range []runner.Runner[*pool.Pool]{
		{On: pool.New("small"), Do: (*pool.Pool).Fill},
		{On: pool.New("large"), Do: (*pool.Pool).Serve},
	} {
		if err := mgr.Add(r); err != nil {
			return err
		}
	}
	return mgr.Start(ctx)
}

func stopOn() []os.Signal {
	return []os.Signal{syscall.SIGINT, syscall.SIGTERM}
}
