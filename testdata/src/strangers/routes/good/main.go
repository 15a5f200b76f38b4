package main

import (
	"flag"
	"fmt"
	"os"

	"strangers/routes/good/node"
)

func main() {
	fs := flag.NewFlagSet("routes", flag.ExitOnError)
	rpc := fs.String("rpc", ":6000", "gRPC address")
	web := fs.String("web", ":6001", "web address")
	_ = fs.Parse(os.Args[1:])

	if err := node.Run(*rpc, *web); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
