// Package signals is a stub of the library.
package signals

import (
	"context"
)

func NewContext() context.Context                  { return nil }
func SetupSignalHandler() (stopCh <-chan struct{}) { return nil }
