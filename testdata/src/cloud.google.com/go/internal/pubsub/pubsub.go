// Package pubsub is a stub of the library.
package pubsub

type Message struct{}

type PublishResult struct{}
