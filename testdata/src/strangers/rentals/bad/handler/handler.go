package handler

import (
	"fmt"
	"log"
	"net/http"
	"time"
)

type handler struct {
	*http.ServeMux
	verbose bool
}

func New(verbose bool) http.Handler {
	h := &handler{http.NewServeMux(), verbose}
	h.HandleFunc("/rent", h.rent)
	return h
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h.verbose {
		log.Println(r.Method, r.URL)
	}
	h.ServeMux.ServeHTTP(w, r)
}

func (h *handler) rent(w http.ResponseWriter, r *http.Request) {
	time.Sleep(1200 * time.Millisecond)
	fmt.Fprintln(w, "canoe 7 is yours")
}
