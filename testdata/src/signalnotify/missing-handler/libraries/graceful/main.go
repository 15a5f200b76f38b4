// Run catches SIGTERM.
package main

import (
	"net/http"
	"time"

	"gopkg.in/tylerb/graceful.v1"
)

func main() {
	graceful.Run(":8080", 10*time.Second, http.NewServeMux())
}
