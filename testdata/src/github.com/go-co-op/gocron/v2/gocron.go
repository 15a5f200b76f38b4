// Package gocron is a stub of the library.
package gocron

import (
	"context"
	"time"
)

type Job interface{}

type JobDefinition interface {
	setup(j *internalJob, l *time.Location, now time.Time) error
}

type JobOption func(*internalJob, time.Time) error

type Scheduler interface {
	NewJob(JobDefinition, Task, ...JobOption) (Job, error)
	Shutdown() error
	ShutdownWithContext(context.Context) error
	Start()
	StopJobs() error
	StopJobsWithContext(context.Context) error
}

type SchedulerOption func(*scheduler) error

type Task func() task

type internalJob struct{}

type scheduler struct{}

type task struct{}

func DurationJob(duration time.Duration) JobDefinition           { return nil }
func NewScheduler(options ...SchedulerOption) (Scheduler, error) { return nil, nil }
func NewTask(function any, parameters ...any) Task               { return nil }
func WithStopTimeout(timeout time.Duration) SchedulerOption      { return nil }
