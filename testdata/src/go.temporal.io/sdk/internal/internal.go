// Package internal is a stub of the library.
package internal

type ClientOptions struct{}

type DynamicRegisterActivityOptions struct{}

type DynamicRegisterWorkflowOptions struct{}

type RegisterActivityOptions struct{}

type RegisterWorkflowOptions struct{}

type WorkerOptions struct{}
