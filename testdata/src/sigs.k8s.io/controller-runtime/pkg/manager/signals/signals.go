// Package signals is a stub of the library.
package signals

import (
	"context"
)

func SetupSignalHandler() context.Context { return nil }
