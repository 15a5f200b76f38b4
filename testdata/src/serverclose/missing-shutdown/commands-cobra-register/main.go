// Each command has a package that adds it to the root by being imported.
package main

import (
	"context"

	"serverclose/missing-shutdown/commands-cobra-register/cmd"
	_ "serverclose/missing-shutdown/commands-cobra-register/cmd/all"
)

func main() {
	cmd.Main(context.Background()) // want `nothing ever calls Shutdown on this http.Server.*serverclose/missing-shutdown`
}
