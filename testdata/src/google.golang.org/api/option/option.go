// Package option is a stub of the library.
package option

import (
	"google.golang.org/api/internal"
)

type ClientOption interface {
	Apply(*internal.DialSettings)
}
