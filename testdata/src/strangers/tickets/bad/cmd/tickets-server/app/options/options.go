package options

import (
	"errors"
	"time"

	"github.com/spf13/pflag"
)

// ServerOptions has all the params needed to run the server.
type ServerOptions struct {
	BindAddress     string
	ShutdownTimeout time.Duration
}

// NewServerOptions creates a new ServerOptions object with default values.
func NewServerOptions() *ServerOptions {
	return &ServerOptions{BindAddress: ":8443", ShutdownTimeout: 20 * time.Second}
}

// AddFlags adds flags to the specified FlagSet.
func (o *ServerOptions) AddFlags(fs *pflag.FlagSet) {
	fs.StringVar(&o.BindAddress, "bind-address", o.BindAddress, "The address on which to listen.")
	fs.DurationVar(&o.ShutdownTimeout, "shutdown-timeout", o.ShutdownTimeout, "How long to wait for requests to end.")
}

// Complete fills in fields required to have valid data.
func (o *ServerOptions) Complete(args []string) error {
	if len(args) > 0 {
		o.BindAddress = args[0]
	}
	return nil
}

// Validate checks the options.
func (o *ServerOptions) Validate() []error {
	var errs []error
	if o.BindAddress == "" {
		errs = append(errs, errors.New("--bind-address must be set"))
	}
	if o.ShutdownTimeout <= 0 {
		errs = append(errs, errors.New("--shutdown-timeout must be positive"))
	}
	return errs
}
