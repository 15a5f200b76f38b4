// Package auth is a stub of the library.
package auth

type Token struct{}
