package main

import (
	"fmt"
	"os"

	"strangers/secrets/good/cmd"
)

func main() {
	if err := cmd.New().Execute(); err != nil {
		fmt.Fprintf(os.Stderr, "Error: %v\n", err)
		os.Exit(1)
	}
}
