// Package readpref is a stub of the library.
package readpref

type ReadPref struct{}
