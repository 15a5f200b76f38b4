// SIGHUP and the like ask for other things than a stop: this program catches neither SIGINT nor SIGTERM.
package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	reload := make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGHUP, syscall.SIGUSR1)
	http.ListenAndServe(":8080", nil) // want `catches no SIGTERM`
}
