package main

import (
	"strangers/payments/good/internal/command"
)

func main() {
	command.Must(command.Root())
}
