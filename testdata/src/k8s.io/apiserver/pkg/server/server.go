// Package server is a stub of the library.
package server

import (
	"context"
)

type GenericAPIServer struct{}

func (s *GenericAPIServer) PrepareRun() preparedGenericAPIServer { return preparedGenericAPIServer{} }

type preparedGenericAPIServer struct{}

func (s preparedGenericAPIServer) Run(stopCh <-chan struct{}) error         { return nil }
func (s preparedGenericAPIServer) RunWithContext(ctx context.Context) error { return nil }

func SetupSignalContext() context.Context { return nil }
func SetupSignalHandler() <-chan struct{} { return nil }
