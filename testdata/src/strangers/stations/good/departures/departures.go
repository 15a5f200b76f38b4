package departures

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

type train struct {
	To    string `json:"to"`
	Track int    `json:"track"`
}

// Register registers our routes.
func Register(g *echo.Group) {
	g.Use(noStore)
	g.GET("/now", now)
}

func noStore(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Response().Header().Set("Cache-Control", "no-store")
		return next(c)
	}
}

func now(c echo.Context) error {
	time.Sleep(1200 * time.Millisecond)
	return c.JSON(http.StatusOK, []train{{"Uetersen", 4}})
}
