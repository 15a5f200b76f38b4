package main

import (
	"os"

	"strangers/tickets/good/cmd/tickets-server/app"
)

func main() {
	command := app.NewServerCommand()
	if err := command.Execute(); err != nil {
		os.Exit(1)
	}
}
