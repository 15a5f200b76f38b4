// Package rest is a stub of the library.
package rest

type Config struct{}
