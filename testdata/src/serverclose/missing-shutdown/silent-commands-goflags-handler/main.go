// Commands of go-flags that a handler of the program runs.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/jessevdk/go-flags"
)

type base struct {
	Debug bool `long:"debug"`
}

type serveCommand struct {
	base
	server
}

func (c *serveCommand) Execute([]string) error {
	c.Server = &http.Server{Addr: ":8080"}
	return c.serve(context.Background())
}

var cli struct{}

func main() {
	parser := flags.NewParser(&cli, flags.Default)
	if _, err := parser.AddCommand("serve", "Serve", "Serve orders", &serveCommand{}); err != nil {
		log.Fatal(err)
	}
	parser.CommandHandler = func(command flags.Commander, args []string) error {
		if command == nil {
			return nil
		}
		log.Print("starting")
		return command.Execute(args)
	}
	if _, err := parser.Parse(); err != nil {
		os.Exit(1)
	}
}

type server struct {
	*http.Server
}

func (s *server) serve(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	errs := make(chan error, 1)
	go func() { errs <- s.ListenAndServe() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
	}
	return s.Shutdown(context.WithoutCancel(ctx)) // strict: unbounded-stop
}
