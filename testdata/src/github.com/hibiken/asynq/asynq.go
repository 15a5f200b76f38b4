// Package asynq is a stub of the library.
package asynq

import (
	"context"
	"errors"
	"time"
)

var ErrServerClosed = errors.New("asynq: Server closed")

type RedisConnOpt interface {
	MakeRedisClient() any
}

type RedisClientOpt struct {
	Network string
	Addr    string
}

func (opt RedisClientOpt) MakeRedisClient() any { return nil }

type Config struct {
	Concurrency     int
	BaseContext     func() context.Context
	Queues          map[string]int
	ShutdownTimeout time.Duration
}

type Task struct{}

func (t *Task) Type() string    { return "" }
func (t *Task) Payload() []byte { return nil }

type Handler interface {
	ProcessTask(context.Context, *Task) error
}

type ServeMux struct{}

func NewServeMux() *ServeMux { return nil }

func (mux *ServeMux) Handle(pattern string, handler Handler)                                {}
func (mux *ServeMux) HandleFunc(pattern string, handler func(context.Context, *Task) error) {}
func (mux *ServeMux) ProcessTask(ctx context.Context, task *Task) error                     { return nil }

type Server struct{}

func NewServer(r RedisConnOpt, cfg Config) *Server { return nil }

func (srv *Server) Run(handler Handler) error   { return nil }
func (srv *Server) Start(handler Handler) error { return nil }
func (srv *Server) Shutdown()                   {}
func (srv *Server) Stop()                       {}
func (srv *Server) Ping() error                 { return nil }

type Option interface {
	String() string
	Type() OptionType
	Value() any
}

type OptionType int

type PeriodicTaskManager struct{}

func (mgr *PeriodicTaskManager) Run() error   { return nil }
func (mgr *PeriodicTaskManager) Shutdown()    {}
func (mgr *PeriodicTaskManager) Start() error { return nil }

type Scheduler struct{}

func (s *Scheduler) Register(cronspec string, task *Task, opts ...Option) (entryID string, err error) {
	return "", nil
}
func (s *Scheduler) Run() error   { return nil }
func (s *Scheduler) Shutdown()    {}
func (s *Scheduler) Start() error { return nil }

type SchedulerOpts struct{}

func NewScheduler(r RedisConnOpt, opts *SchedulerOpts) *Scheduler   { return nil }
func NewTask(typename string, payload []byte, opts ...Option) *Task { return nil }
