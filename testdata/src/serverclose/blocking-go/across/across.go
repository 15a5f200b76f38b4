// Package across evaluates a start that lies in another package.
package across

import (
	"log"

	"serverclose/blocking-go/across/serve"
)

func Start(addr string) {
	go log.Print(serve.HTTP(addr))        // want `\(serverclose/blocking-go\)`
	go log.Print(serve.New(addr).Serve()) // want `\(serverclose/blocking-go\)`
	go log.Print(serve.Background(addr))  // it starts a goroutine of its own, and returns
}
