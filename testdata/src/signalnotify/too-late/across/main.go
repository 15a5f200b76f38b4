// The start and the Notify lie in packages of their own.
package main

import (
	"signalnotify/too-late/across/server"
	"signalnotify/too-late/across/signals"
)

func main() {
	server.Run(":8080")
	signals.Wait() // want `signalnotify/too-late/across/signals \(signals\.go:\d+\).*\(signalnotify/too-late\)`
}
