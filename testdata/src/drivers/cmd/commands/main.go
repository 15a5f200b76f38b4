package main

import (
	"drivers/commands"
	_ "drivers/commands/serve"
)

func main() {
	commands.Execute() // want `\(serverclose/missing-shutdown\)`
}
