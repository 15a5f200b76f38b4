// Package controllerruntime is a stub of the library.
package controllerruntime

import (
	"sigs.k8s.io/controller-runtime/pkg/client/config"
	"sigs.k8s.io/controller-runtime/pkg/manager"
	"sigs.k8s.io/controller-runtime/pkg/manager/signals"
)

var GetConfigOrDie = config.GetConfigOrDie

var NewManager = manager.New

var SetupSignalHandler = signals.SetupSignalHandler

type Manager = manager.Manager

type Options = manager.Options
