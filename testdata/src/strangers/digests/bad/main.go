package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/labstack/echo/v4"

	"strangers/digests/bad/jobs"
)

func main() {
	log.SetFlags(log.LstdFlags | log.LUTC)

	js := jobs.New()
	js.Start()

	e := echo.New()
	e.POST("/digest", func(c echo.Context) error {
		js.Send("on demand")
		return c.NoContent(http.StatusAccepted)
	})

	var wg sync.WaitGroup
	wg.Go(func() {
		if err := e.Start(os.Getenv("ADDR")); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	})

	ctx, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	<-ctx.Done()
	cancel()

	stop(e, 10*time.Second)
	js.Stop()
	wg.Wait()
}

func stop(e *echo.Echo, within time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	if err := e.Shutdown(ctx); err != nil {
		log.Print("shutdown: ", err)
	}
}
