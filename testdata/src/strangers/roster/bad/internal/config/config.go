package config

import (
	"cmp"
	"os"
	"time"
)

type Config struct {
	Addr  string
	Drain time.Duration
}

func FromEnv() Config {
	drain, err := time.ParseDuration(os.Getenv("ROSTER_DRAIN"))
	if err != nil {
		drain = 15 * time.Second
	}
	return Config{Addr: cmp.Or(os.Getenv("ROSTER_ADDR"), ":7000"), Drain: drain}
}
