package server

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

func (s *Server) routes() {
	v1 := s.router.Group("/v1")
	v1.GET("/photos/:name", s.photo)
	v1.POST("/photos", s.upload)
}

func (s *Server) photo(c echo.Context) error {
	return c.String(http.StatusOK, c.Param("name"))
}

func (s *Server) upload(c echo.Context) error {
	time.Sleep(1200 * time.Millisecond)
	return c.NoContent(http.StatusCreated)
}
