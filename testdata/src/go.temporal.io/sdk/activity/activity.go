// Package activity is a stub of the library.
package activity

import (
	"go.temporal.io/sdk/internal"
)

type DynamicRegisterOptions = internal.DynamicRegisterActivityOptions

type RegisterOptions = internal.RegisterActivityOptions
