// Each command has a package that adds it to the root by being imported.
package main

import (
	"context"

	"serverclose/missing-shutdown/silent-commands-cobra-register/cmd"
	_ "serverclose/missing-shutdown/silent-commands-cobra-register/cmd/all"
)

func main() {
	cmd.Main(context.Background()) // strict: unbounded-stop
}
