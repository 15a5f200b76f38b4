// What stops the server lies in another variable of its package.
package main

import "serverclose/missing-shutdown/silent-server-variable/web"

func main() {
	go web.Server.ListenAndServe()
	<-web.Stop
	web.Drain()
}
