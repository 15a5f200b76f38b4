// Package app is the application.
package app

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"serverclose/unstoppable/across/server"
)

// Run blocks while it serves.
func Run(addr string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return server.Serve(addr, mux)
}

// NewEngine makes what the program starts.
func NewEngine() *gin.Engine { return gin.Default() }
