// Command ignored-in-several-ways has ignore comments as people write them, and as gofmt leaves them.
package main

import (
	"net/http"
	"os"
)

func main() {
	switch os.Args[1] {
	case "a":
		http.ListenAndServe(":1", nil) //gracelint:ignore serverclose/unstoppable none is in flight
	case "b":
		http.ListenAndServe(":2", nil) // gracelint:ignore serverclose/unstoppable none is in flight
	case "c":
		http.ListenAndServe(":3", nil) //	gracelint:ignore	serverclose/unstoppable	none is in flight
	case "d":
		http.ListenAndServe(":4", nil) /* gracelint:ignore serverclose/unstoppable none is in flight */
	case "e":
		//   gracelint:ignore serverclose/unstoppable none is in flight
		http.ListenAndServe(":5", nil)
	case "f":
		/* gracelint:ignore serverclose/unstoppable none is in flight */ http.ListenAndServe(":6", nil)
	case "g":
		/*gracelint:ignore serverclose/unstoppable none is in flight*/
		http.ListenAndServe(":7", nil)
	case "h":
		// gracelint:ignore serverclose/unstoppable none is in flight
		println("h")
		http.ListenAndServe(":8", nil) // want `http\.ListenAndServe leaves no handle`
	}
}
