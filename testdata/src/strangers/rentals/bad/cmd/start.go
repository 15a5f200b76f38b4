package cmd

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"strangers/rentals/bad/handler"
)

var port string

var startCmd = &cobra.Command{
	Use:   "start",
	Short: "start the server",
	Run:   runStart,
}

func init() {
	startCmd.Flags().StringVarP(&port, "port", "p", "8080", "port")
}

func runStart(cmd *cobra.Command, args []string) {
	srv := http.Server{
		Addr:         ":" + port,
		Handler:      handler.New(verbose),
		ReadTimeout:  10 * time.Second,
		WriteTimeout: 10 * time.Second,
	}

	idleConnsClosed := make(chan struct{})
	go func() {
		sigint := make(chan os.Signal, 1)
		signal.Notify(sigint, os.Interrupt)
		signal.Notify(sigint, syscall.SIGTERM)
		<-sigint

		// We received a signal, shut down.
		ctx, cancel := context.WithTimeout(context.Background(), 12*time.Second)
		defer cancel()
		if err := srv.Shutdown(ctx); err != nil {
			log.Printf("HTTP server Shutdown: %v", err)
		}
		close(idleConnsClosed)
	}()

	log.Printf("start server on %s", srv.Addr)
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatalf("HTTP server ListenAndServe: %v", err)
	}

	log.Print("done")
}
