// Package config is a stub of the library.
package config

type Config struct{}
