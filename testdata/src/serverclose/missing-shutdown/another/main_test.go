package main

import (
	"context"
	"net/http"
	"testing"
)

// What a test stops, the program does not.
func TestAdmin(t *testing.T) {
	var admin http.Server
	admin.Shutdown(context.Background())
}
