package cmd

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"

	"strangers/menus/bad/kitchen"
)

// serveCmd represents the serve command
var serveCmd = &cobra.Command{
	Use:   "serve",
	Short: "Starts the HTTP server",
	Run: func(cmd *cobra.Command, args []string) {
		ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
		defer stop()

		srv := &http.Server{
			Addr:    viper.GetString("addr"),
			Handler: kitchen.Routes(),
		}
		go func() {
			log.Printf("listening on %s", srv.Addr)
			if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed {
				log.Fatalf("listen: %s", err)
			}
		}()

		<-ctx.Done()
		stop()
		log.Println("shutting down, press Ctrl+C again to force")

		if err := srv.Shutdown(ctx); err != nil { // want `\(serverclose/dead-context\)`
			log.Println("server forced to shut down:", err)
		}
		log.Println("bye")
	},
}

func init() {
	rootCmd.AddCommand(serveCmd)
	serveCmd.Flags().String("addr", ":8080", "address to listen on")
	cobra.CheckErr(viper.BindPFlag("addr", serveCmd.Flags().Lookup("addr")))
}
