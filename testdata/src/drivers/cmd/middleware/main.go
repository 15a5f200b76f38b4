package main

import (
	"log"
	"net/http"

	"company.example/wait"
	"company.example/wait/measure"
	"drivers/app"
)

func main() {
	m := new(measure.Middleware)
	m.Listen(":9090")
	m.Use(http.NotFoundHandler()) // want `\(serverclose/missing-shutdown\)`
	a := app.New()
	done := make(chan struct{})
	go func() {
		defer close(done)
		wait.ForEnd()
		if err := a.Stop(); err != nil {
			log.Print(err)
		}
	}()
	if err := a.Run(); err != http.ErrServerClosed {
		log.Print(err)
	}
	<-done
}
