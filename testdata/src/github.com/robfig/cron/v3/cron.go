// Package cron is a stub of the library.
package cron

import "context"

type Cron struct{}

type Option func(*Cron)

type EntryID int

func New(opts ...Option) *Cron { return nil }

func (c *Cron) AddFunc(spec string, cmd func()) (EntryID, error) { return 0, nil }
func (c *Cron) Run()                                             {}
func (c *Cron) Start()                                           {}
func (c *Cron) Stop() context.Context                            { return nil }

func WithSeconds() Option { return nil }
