// Package workflow is a stub of the library.
package workflow

import (
	"go.temporal.io/sdk/internal"
)

type DynamicRegisterOptions = internal.DynamicRegisterWorkflowOptions

type RegisterOptions = internal.RegisterWorkflowOptions
