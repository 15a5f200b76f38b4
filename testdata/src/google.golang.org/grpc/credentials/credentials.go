// Package credentials is a stub of the library.
package credentials

type TransportCredentials interface {
	OverrideServerName(string) error
}
