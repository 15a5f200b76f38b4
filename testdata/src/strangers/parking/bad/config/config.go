package config

import "time"

type Config struct {
	HTTPAddr    string        `mapstructure:"http-addr"`
	StopTimeout time.Duration `mapstructure:"stop-timeout"`
}

func (c *Config) StopAfter() time.Duration {
	if c.StopTimeout == 0 {
		return 25 * time.Second
	}
	return c.StopTimeout
}
