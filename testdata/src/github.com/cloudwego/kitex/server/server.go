// Package server is a stub of the library.
package server

import (
	internal_server "github.com/cloudwego/kitex/internal/server"
)

type Option = internal_server.Option

type Server interface {
	Run() error
	Stop() error
}

func NewServer(ops ...Option) Server { return nil }
func RegisterShutdownHook(h func())  {}
