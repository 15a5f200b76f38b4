package main

import (
	"os"

	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/log/zap"

	"strangers/tenants/good/pkg/portal"
)

func main() {
	ctrl.SetLogger(zap.New(zap.UseDevMode(true)))
	log := ctrl.Log.WithName("main")
	ctx := ctrl.SetupSignalHandler()

	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{
		LeaderElection:   true,
		LeaderElectionID: "tenants-manager",
	})
	if err != nil {
		log.Error(err, "manager")
		os.Exit(1)
	}
	if err := mgr.Add(portal.New(":9443", mgr.GetClient())); err != nil {
		log.Error(err, "portal")
		os.Exit(1)
	}
	log.Info("starting")
	if err := mgr.Start(ctx); err != nil {
		log.Error(err, "run")
		os.Exit(1)
	}
}
