// Two commands share a variable: the pod runs one of them.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

var srv = &http.Server{Addr: ":8080"}

func shutdown() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := &cobra.Command{Use: "shop"}
	root.AddCommand(
		&cobra.Command{Use: "serve", Run: func(cmd *cobra.Command, args []string) {
			go func() {
				<-ctx.Done()
				shutdownCtx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
				defer cancel()
				srv.Shutdown(shutdownCtx) // want `\(serverclose/not-awaited\)`
			}()
			srv.ListenAndServe()
		}},
		&cobra.Command{Use: "smoke", Run: func(cmd *cobra.Command, args []string) {
			go srv.ListenAndServe()
			time.Sleep(time.Minute)
			shutdown()
		}},
	)
	root.ExecuteContext(ctx)
}
