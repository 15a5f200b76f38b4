// Package web is a stub of the library.
package web

import (
	"net/http"
)

var BConfig *Config

var BeeApp *HttpServer

type Config struct{ Listen Listen }

type Listen struct{ Graceful bool }

type HttpServer struct {
	Server *http.Server
}

type MiddleWare func(http.Handler) http.Handler

func NewHttpServerWithCfg(cfg *Config) *HttpServer      { return nil }
func NewHttpSever() *HttpServer                         { return nil }
func Run(params ...string)                              {}
func RunWithMiddleWares(addr string, mws ...MiddleWare) {}
