// Package db is a stub of the library.
package db

type Neo4jError struct{}
