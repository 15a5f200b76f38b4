// Package service is a stub of the library.
package service

type Config struct {
	Name string
}

type Interface interface {
	Start(s Service) error
	Stop(s Service) error
}

type Service interface {
	Run() error
}

func New(i Interface, c *Config) (Service, error) { return nil, nil }
