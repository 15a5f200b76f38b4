// Command admin is what the staff use.
package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "no orders yet")
	})
	log.Fatal(http.ListenAndServe(":8082", nil))
}
