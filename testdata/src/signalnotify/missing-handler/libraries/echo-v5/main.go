// Start catches SIGINT and SIGTERM.
package main

import (
	"log"

	"github.com/labstack/echo/v5"
)

func main() {
	e := echo.New()
	if err := e.Start(":8080"); err != nil {
		log.Print(err)
	}
}
