// The server that main starts is a variable of another package.
package main

import "serverclose/missing-shutdown/server-variable/web"

func main() {
	go web.Server.ListenAndServe() // want `nothing ever calls Shutdown on this http.Server`
	<-web.Stop
}
