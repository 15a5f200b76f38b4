// Run catches SIGTERM.
package main

import (
	"log"

	"github.com/cloudwego/kitex/server"
)

func main() {
	if err := server.NewServer().Run(); err != nil {
		log.Print(err)
	}
}
