package web

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

var (
	Server = http.Server{Addr: ":8080"}
	Stop   = make(chan os.Signal, 1)
)

func init() {
	signal.Notify(Stop, syscall.SIGTERM)
}
