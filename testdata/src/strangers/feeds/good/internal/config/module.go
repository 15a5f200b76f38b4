package config

import (
	"os"
	"time"

	"go.uber.org/fx"
)

// Module provides the configuration.
var Module = fx.Module("config", fx.Provide(New))

type Config struct {
	GRPCAddr string
	Drain    time.Duration
}

func New() (*Config, error) {
	c := &Config{GRPCAddr: os.Getenv("FEEDS_GRPC"), Drain: 10 * time.Second}
	if c.GRPCAddr == "" {
		c.GRPCAddr = ":9000"
	}
	return c, nil
}
