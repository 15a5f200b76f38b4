// Package rueidis is a stub of the library.
package rueidis

import (
	"context"

	"github.com/redis/rueidis/internal/cmds"
)

type Builder = cmds.Builder

type CommandClient interface {
	B() Builder
	Do(ctx context.Context, cmd Completed) (resp RedisResult)
	DoMulti(ctx context.Context, multi ...Completed) (resp []RedisResult)
}

type Completed = cmds.Completed

type CoreClient interface {
	CommandClient
	Receive(ctx context.Context, subscribe Completed, fn func(msg PubSubMessage)) error
	Close()
}

type PubSubMessage struct{}

type RedisResult struct{}
