// A function of another package registers, and ignores after that.
package main

import (
	"net/http"

	"signalnotify/ignored/across-notify/daemon"
)

func main() {
	daemon.Serve(&http.Server{Addr: ":8080"}) // want `daemon\.go:\d+.*\(signalnotify/ignored\)`
}
