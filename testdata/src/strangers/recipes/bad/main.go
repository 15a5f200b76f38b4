package main

import (
	"context"
	"log"

	"strangers/recipes/bad/cmd"
)

func main() {
	ctx := context.Background()
	if err := cmd.Run(ctx); err != nil { // want `\(serverclose/not-awaited\)`
		log.Fatalf("recipes: %v", err)
	}
}
