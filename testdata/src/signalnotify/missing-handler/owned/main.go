// A package that this program imports may catch SIGTERM.
package main

import (
	"net/http"

	"example.com/owner"
)

func main() {
	go http.ListenAndServe(":8080", nil)
	owner.Wait()
}
