// The package catches SIGTERM, and calls its listeners.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"github.com/zeromicro/go-zero/core/proc"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	wait := proc.AddShutdownListener(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	})
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Print(err)
		return
	}
	wait()
}
