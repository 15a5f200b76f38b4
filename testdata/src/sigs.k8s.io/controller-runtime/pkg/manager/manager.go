// Package manager is a stub of the library.
package manager

import (
	"context"
	"time"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/rest"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/healthz"
	metricsserver "sigs.k8s.io/controller-runtime/pkg/metrics/server"
	"sigs.k8s.io/controller-runtime/pkg/webhook"
)

type Manager interface {
	Add(Runnable) error
	AddHealthzCheck(name string, check healthz.Checker) error
	AddReadyzCheck(name string, check healthz.Checker) error
	Elected() <-chan struct{}
	GetClient() client.Client
	GetWebhookServer() webhook.Server
	Start(ctx context.Context) error
}

type Options struct {
	Scheme                        *runtime.Scheme
	Metrics                       metricsserver.Options
	HealthProbeBindAddress        string
	WebhookServer                 webhook.Server
	LeaderElection                bool
	LeaderElectionID              string
	LeaderElectionReleaseOnCancel bool

	GracefulShutdownTimeout *time.Duration
}

type Runnable interface {
	Start(context.Context) error
}

type RunnableFunc func(context.Context) error

func (r RunnableFunc) Start(ctx context.Context) error { return nil }

func New(config *rest.Config, options Options) (Manager, error) { return nil, nil }

type LeaderElectionRunnable interface {
	NeedLeaderElection() bool
}
