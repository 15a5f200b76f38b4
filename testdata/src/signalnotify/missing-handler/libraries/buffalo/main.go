// Serve catches SIGTERM.
package main

import (
	"log"

	"github.com/gobuffalo/buffalo"
)

func main() {
	if err := buffalo.New(buffalo.Options{Addr: ":3000"}).Serve(); err != nil {
		log.Print(err)
	}
}
