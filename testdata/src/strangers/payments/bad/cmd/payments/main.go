package main

import (
	"strangers/payments/bad/internal/command"
)

func main() {
	command.Must(command.Root()) // want `\(serverclose/missing-shutdown\)` `\(signalnotify/exits-at-once\)`
}
