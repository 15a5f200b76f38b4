// Run catches SIGTERM, and stops the servers that it was given.
package main

import (
	"log"

	"github.com/go-kratos/kratos/v2"
	"github.com/go-kratos/kratos/v2/transport/http"
)

func main() {
	app := kratos.New(kratos.Server(http.NewServer(http.Address(":8080"))))
	if err := app.Run(); err != nil {
		log.Print(err)
	}
}
