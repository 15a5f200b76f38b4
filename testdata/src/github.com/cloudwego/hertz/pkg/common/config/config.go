// Package config is a stub of the library.
package config

type Option struct{}

type Options struct{}
