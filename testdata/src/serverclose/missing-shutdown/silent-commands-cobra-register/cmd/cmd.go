package cmd

import (
	"context"
	"log"

	"github.com/spf13/cobra"
)

var Root = &cobra.Command{Use: "orders"}

func Main(ctx context.Context) {
	if err := Root.ExecuteContext(ctx); err != nil {
		log.Fatal(err)
	}
}
