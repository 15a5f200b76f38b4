// Package health is a stub of the library.
package health

import (
	"net/http"
)

type Check struct{}

type Checker interface{}

type CheckerOption func(config *checkerConfig)

type HandlerConfig struct{}

type HandlerOption func(*HandlerConfig)

type checkerConfig struct{}

func NewChecker(options ...CheckerOption) Checker                           { return nil }
func NewHandler(checker Checker, options ...HandlerOption) http.HandlerFunc { return nil }
func WithCheck(check Check) CheckerOption                                   { return nil }
