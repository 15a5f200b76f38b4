package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// A test may cut what it has sent itself.
func TestServe(t *testing.T) {
	srv := &http.Server{Addr: "127.0.0.1:0"}
	go serve(srv)
	defer srv.Close()

	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
}
