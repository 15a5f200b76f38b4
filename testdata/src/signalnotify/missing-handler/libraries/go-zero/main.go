// Start catches SIGTERM.
package main

import (
	"github.com/zeromicro/go-zero/rest"
)

func main() {
	server := rest.MustNewServer(rest.RestConf{})
	defer server.Stop()
	server.Start()
}
