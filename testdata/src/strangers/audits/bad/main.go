package main

import (
	"fmt"
	"os"

	"strangers/audits/bad/internal/audit"
)

func main() {
	if err := audit.Main(os.Getenv("AUDITS_ADDR"), os.Getenv("AUDITS_EXPORT")); err != nil {
		fmt.Fprintln(os.Stderr, "audits:", err)
		os.Exit(1)
	}
}
