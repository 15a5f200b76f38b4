// What signals are caught cannot be told: the caller's, a function's, a value's, all.
package main

import (
	"net/http"
	"os"
	"os/signal"
)

func main() {
	c := make(chan os.Signal, 1)
	register(c)
	http.ListenAndServe(":8080", nil)
}

func register(c chan os.Signal, signals ...os.Signal) {
	if len(signals) == 0 {
		signals = []os.Signal{os.Interrupt}
	}
	signal.Notify(c, signals...)
}
