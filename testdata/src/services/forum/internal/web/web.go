// Package web holds the forum's pages.
package web

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"services/forum/internal/posts"
)

// New returns the pages.
func New(all *posts.Posts) *echo.Echo {
	e := echo.New()
	e.GET("/threads/:id", func(c echo.Context) error {
		texts, err := all.Of(c.Request().Context(), c.Param("id"))
		if err != nil {
			return err
		}
		return c.JSON(http.StatusOK, texts)
	})
	e.POST("/threads/:id", func(c echo.Context) error {
		if err := all.Add(c.Request().Context(), c.Param("id"), c.FormValue("text")); err != nil {
			return err
		}
		return c.NoContent(http.StatusCreated)
	})
	return e
}
