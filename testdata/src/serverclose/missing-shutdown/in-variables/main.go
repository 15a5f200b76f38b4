// The command that main runs is a variable of another package.
package main

import (
	"fmt"

	"serverclose/missing-shutdown/in-variables/commands"
)

func main() {
	fmt.Println(commands.All["serve"]()) // want `nothing ever calls Shutdown on this http.Server in .*commands\.go.*\(serverclose/missing-shutdown\)`
}
