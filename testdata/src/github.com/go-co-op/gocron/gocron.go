// Package gocron is a stub of the library.
package gocron

import (
	"time"
)

type Job struct{}

type Scheduler struct{}

func (s *Scheduler) Do(jobFun any, params ...any) (*Job, error) { return nil, nil }
func (s *Scheduler) Every(interval any) *Scheduler              { return nil }
func (s *Scheduler) Seconds() *Scheduler                        { return nil }
func (s *Scheduler) StartAsync()                                {}
func (s *Scheduler) StartBlocking()                             {}
func (s *Scheduler) Stop()                                      {}

func NewScheduler(loc *time.Location) *Scheduler { return nil }
