// The commands have a package of their own, and the server another.
package main

import "serverclose/missing-shutdown/silent-commands-cobra-cmd/cmd"

func main() {
	cmd.Execute() // strict: unbounded-stop
}
