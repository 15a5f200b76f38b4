// Commands that functions make.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/hashicorp/cli"
)

type meta struct{ ui string }

type serveCommand struct{ meta }

func (*serveCommand) Help() string     { return "" }
func (*serveCommand) Synopsis() string { return "" }
func (c *serveCommand) Run(args []string) int {
	s := &server{&http.Server{Addr: args[0]}}
	if s.serve(context.Background()) != nil {
		return 1
	}
	return 0
}

func commands(m meta) map[string]cli.CommandFactory {
	return map[string]cli.CommandFactory{
		"serve": func() (cli.Command, error) {
			return &serveCommand{meta: m}, nil
		},
	}
}

func main() {
	c := cli.NewCLI("orders", "1.0.0")
	c.Args = os.Args[1:]
	c.Commands = commands(meta{})
	status, err := c.Run()
	if err != nil {
		log.Println(err)
	}
	os.Exit(status)
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
