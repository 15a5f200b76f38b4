// Package middleware is a stub of the library.
package middleware

import (
	"net/http"
	"time"
)

func Recoverer(next http.Handler) http.Handler                           { return nil }
func RequestID(next http.Handler) http.Handler                           { return nil }
func Timeout(timeout time.Duration) func(next http.Handler) http.Handler { return nil }
