// Run catches SIGTERM, and calls Stop.
package main

import (
	"context"
	"log"
	"net/http"

	"github.com/kardianos/service"
)

func main() {
	s, err := service.New(&program{http.Server{Addr: ":8080"}}, &service.Config{Name: "orders"})
	if err != nil {
		log.Fatal(err)
	}
	if err := s.Run(); err != nil {
		log.Print(err)
	}
}

type program struct{ srv http.Server }

func (p *program) Start(service.Service) error {
	go p.srv.ListenAndServe()
	return nil
}

func (p *program) Stop(service.Service) error {
	return p.srv.Shutdown(context.Background())
}
