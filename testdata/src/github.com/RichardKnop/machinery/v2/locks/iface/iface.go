// Package iface is a stub of the library.
package iface

type Lock interface {
	LockWithRetries(key string, value int64) error
	Lock(key string, value int64) error
}
