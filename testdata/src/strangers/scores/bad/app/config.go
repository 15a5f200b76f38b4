package app

import (
	"flag"
	"time"
)

type Config struct {
	GRPC    string
	Metrics string
	Grace   time.Duration
}

func ParseConfig() (c Config, err error) {
	fs := flag.CommandLine
	fs.StringVar(&c.GRPC, "grpc", ":9000", "")
	fs.StringVar(&c.Metrics, "metrics", ":9100", "")
	fs.DurationVar(&c.Grace, "grace", 10*time.Second, "")
	flag.Parse()
	return c, nil
}
