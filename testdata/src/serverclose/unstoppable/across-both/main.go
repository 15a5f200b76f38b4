// One helper serves operators and callers: it is the latter that matter.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"serverclose/unstoppable/across-both/serve"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	serve.Both(http.NotFoundHandler()) // want `http.ListenAndServe in serverclose/unstoppable/across-both/serve \(serve.go:17\) leaves no handle`
	<-ctx.Done()
}
