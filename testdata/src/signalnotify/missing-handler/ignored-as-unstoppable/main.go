// Command ignored-as-unstoppable is a tool whose server may be cut off. Of that one fault, the gracelint command tells what
// serverclose says: who ignores that has ignored the fault.
package main

import (
	"log"
	"net/http"
)

func main() {
	log.Fatal(http.ListenAndServe(":8080", nil)) // gracelint:ignore serverclose/unstoppable nothing is in flight in this tool
}
