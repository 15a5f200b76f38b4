// Commands made by functions, from options with methods, in a list.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

type options struct {
	listen string
	grace  time.Duration
	srv    *http.Server
	wg     sync.WaitGroup
}

func (o *options) bind(fs *pflag.FlagSet) {
	fs.StringVar(&o.listen, "listen", ":8443", "")
	fs.DurationVar(&o.grace, "grace", 5*time.Second, "")
}

func (o *options) complete(*cobra.Command, []string) error {
	o.srv = &http.Server{Handler: http.NewServeMux()}
	return nil
}

func (o *options) run(cmd *cobra.Command, _ []string) error {
	lis, err := net.Listen("tcp", o.listen)
	if err != nil {
		return err
	}
	o.wg.Add(1)
	go func() {
		defer o.wg.Done()
		if err := o.srv.Serve(lis); err != http.ErrServerClosed { // want `nothing ever calls Shutdown on this http.Server.*serverclose/missing-shutdown`
			log.Print(err)
		}
	}()
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM)
	<-c
	_ = context.Background()
	return nil
}

func newServe() *cobra.Command {
	o := &options{}
	cmd := &cobra.Command{Use: "serve", PreRunE: o.complete, RunE: o.run}
	o.bind(cmd.Flags())
	return cmd
}

func newRoot(subs ...func() *cobra.Command) *cobra.Command {
	root := &cobra.Command{Use: "orders"}
	for _, sub := range subs {
		root.AddCommand(sub())
	}
	return root
}

func main() {
	cobra.CheckErr(newRoot(newServe, newMigrate).Execute())
}

func newMigrate() *cobra.Command {
	return &cobra.Command{Use: "migrate", Run: func(*cobra.Command, []string) { log.Print("done") }}
}
