// Package iface is a stub of the library.
package iface

type Backend interface{}
