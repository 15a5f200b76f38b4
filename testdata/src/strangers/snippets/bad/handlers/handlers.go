package handlers

import (
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
)

type Handlers struct {
	mu       sync.Mutex
	snippets []string
}

func New() *Handlers { return &Handlers{} }

func (h *Handlers) Create(c echo.Context) error {
	time.Sleep(1200 * time.Millisecond) // highlights
	h.mu.Lock()
	defer h.mu.Unlock()
	h.snippets = append(h.snippets, c.FormValue("text"))
	return c.JSON(http.StatusCreated, map[string]int{"id": len(h.snippets) - 1})
}

func (h *Handlers) Get(c echo.Context) error {
	id, err := strconv.Atoi(c.Param("id"))
	h.mu.Lock()
	defer h.mu.Unlock()
	if err != nil || id < 0 || id >= len(h.snippets) {
		return c.NoContent(http.StatusNotFound)
	}
	return c.String(http.StatusOK, h.snippets[id])
}
