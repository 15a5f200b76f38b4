// Package zrpc is a stub of the library.
package zrpc

import (
	"github.com/zeromicro/go-zero/zrpc/internal"
)

type RpcServer struct{}

func (rs *RpcServer) Start() {}
func (rs *RpcServer) Stop()  {}

type RpcServerConf struct{}

func MustNewServer(c RpcServerConf, register internal.RegisterFn) *RpcServer { return nil }
