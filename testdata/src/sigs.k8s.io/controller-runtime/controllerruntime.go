// Package controllerruntime is a stub of the library.
package controllerruntime

import (
	"sigs.k8s.io/controller-runtime/pkg/builder"
	"sigs.k8s.io/controller-runtime/pkg/client/config"
	"sigs.k8s.io/controller-runtime/pkg/log"
	"sigs.k8s.io/controller-runtime/pkg/manager"
	"sigs.k8s.io/controller-runtime/pkg/manager/signals"
	"sigs.k8s.io/controller-runtime/pkg/reconcile"
)

var GetConfigOrDie = config.GetConfigOrDie

var NewManager = manager.New

var SetupSignalHandler = signals.SetupSignalHandler

type Manager = manager.Manager

type Options = manager.Options

type Request = reconcile.Request

type Result = reconcile.Result

var Log = log.Log

var NewControllerManagedBy = builder.ControllerManagedBy

var SetLogger = log.SetLogger
