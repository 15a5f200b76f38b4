package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"strangers/courses/bad/courses"
	"strangers/courses/bad/httpx"
)

func main() {
	ctx, done := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer done()

	app := httpx.New(httpx.Addr(os.Args[1:], ":8080"))
	httpx.Handle(app, "/enroll", courses.Enroll)
	httpx.Handle(app, "/rate", courses.Rate)

	if err := app.Serve(ctx); err != nil {
		fmt.Println(err)
	}
}
