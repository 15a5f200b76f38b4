package main

import (
	"testing"

	"drivers/app"
)

// What a test stops, the program has not stopped.
func TestStop(t *testing.T) {
	a := app.New()
	go a.Run()
	if err := a.Stop(); err != nil {
		t.Fatal(err)
	}
}
