package main

import (
	"os"

	"strangers/library/good/commands"
)

func main() {
	if commands.Root().Execute() != nil {
		os.Exit(2)
	}
}
