// Package proc is a stub of the library.
package proc

func AddShutdownListener(fn func()) (waitForCalled func()) { return nil }
func AddWrapUpListener(fn func()) (waitForCalled func())   { return nil }
