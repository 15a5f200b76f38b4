// Package httpx hides echo behind functions of typed requests.
package httpx

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
	"golang.org/x/sync/errgroup"
)

// App is an application.
type App struct {
	*echo.Echo
	addr string
}

func New(addr string) *App {
	return &App{Echo: echo.New(), addr: addr}
}

// Addr takes the first argument.
func Addr(args []string, fallback string) string {
	if len(args) > 0 {
		return args[0]
	}
	return fallback
}

// Handle answers POST requests with what f returns.
func Handle[Req, Resp any](a *App, path string, f func(context.Context, *Req) (Resp, error)) {
	a.POST(path, func(c echo.Context) error {
		var req Req
		if err := c.Bind(&req); err != nil {
			return err
		}
		resp, err := f(c.Request().Context(), &req)
		if err != nil {
			return echo.NewHTTPError(http.StatusUnprocessableEntity, err.Error())
		}
		return c.JSON(http.StatusOK, resp)
	})
}

// Serve returns after ctx has ended and the last answer was sent.
func (a *App) Serve(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		err := a.Start(a.addr)
		if errors.Is(err, http.ErrServerClosed) {
			return nil
		}
		return err
	})
	g.Go(func() error {
		<-ctx.Done()
		ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
		defer cancel()
		return a.Shutdown(ctx)
	})
	return g.Wait()
}
