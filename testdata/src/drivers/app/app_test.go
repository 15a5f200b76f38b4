package app

import "testing"

// What a test stops, no program has stopped.
func TestStop(t *testing.T) {
	a := New()
	go a.Run()
	if err := a.Stop(); err != nil {
		t.Fatal(err)
	}
}
