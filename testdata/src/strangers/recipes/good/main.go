package main

import (
	"context"
	"log"

	"strangers/recipes/good/cmd"
)

func main() {
	ctx := context.Background()
	if err := cmd.Run(ctx); err != nil {
		log.Fatalf("recipes: %v", err)
	}
}
