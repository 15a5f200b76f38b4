// The commands have a package of their own, and the server another.
package main

import "serverclose/missing-shutdown/commands-cobra-cmd/cmd"

func main() {
	cmd.Execute() // want `nothing ever calls Shutdown on this http.Server.*serverclose/missing-shutdown`
}
