package main

import (
	"crypto/tls"
	"flag"
	"os"

	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/log/zap"
	"sigs.k8s.io/controller-runtime/pkg/webhook"

	"strangers/gates/good/internal/policy"
	"strangers/gates/good/internal/status"
)

func main() {
	opts := zap.Options{Development: true}
	statusAddr := flag.String("status-address", ":8082", "")
	flag.Parse()
	ctrl.SetLogger(zap.New(zap.UseFlagOptions(&opts)))
	log := ctrl.Log.WithName("gates")

	mgr, err := ctrl.NewManager(ctrl.GetConfigOrDie(), ctrl.Options{
		WebhookServer: webhook.NewServer(webhook.Options{
			Port:    9443,
			TLSOpts: []func(*tls.Config){func(c *tls.Config) { c.NextProtos = []string{"http/1.1"} }},
		}),
		LeaderElection:                true,
		LeaderElectionID:              "gates.example.org",
		LeaderElectionReleaseOnCancel: true,
	})
	if err != nil {
		log.Error(err, "unable to create the manager")
		os.Exit(1)
	}

	mgr.GetWebhookServer().Register("/validate", policy.Handler())
	if err := mgr.Add(&status.Server{Addr: *statusAddr, Elected: mgr.Elected()}); err != nil {
		log.Error(err, "unable to add the status server")
		os.Exit(1)
	}

	if err := mgr.Start(ctrl.SetupSignalHandler()); err != nil {
		log.Error(err, "the manager has failed")
		os.Exit(1)
	}
}
