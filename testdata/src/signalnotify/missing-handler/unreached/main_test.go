package main

import (
	"net/http"
	"testing"
)

func TestServe(t *testing.T) {
	go serve()
	http.ListenAndServe(":8081", nil)
}
