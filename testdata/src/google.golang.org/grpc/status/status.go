// Package status is a stub of the library.
package status

import "google.golang.org/grpc/codes"

func Error(c codes.Code, msg string) error { return nil }
