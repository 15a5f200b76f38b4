// Listen catches SIGTERM.
package main

import (
	"log"

	"github.com/kataras/iris/v12"
)

func main() {
	if err := iris.New().Listen(":8080"); err != nil {
		log.Print(err)
	}
}
