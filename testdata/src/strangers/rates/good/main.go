package main

import (
	"flag"
	"log"
	"os"
	"os/signal"
	"syscall"

	"strangers/rates/good/ratespb"
	"strangers/rates/good/server"
)

var addr = flag.String("addr", ":50051", "The server address")

func main() {
	flag.Parse()

	s := server.New(*addr)
	ratespb.RegisterRatesServer(s, &server.Rates{})
	if err := s.Start(); err != nil {
		log.Fatalf("failed to start: %v", err)
	}
	log.Printf("server listening at %v", s.Addr())

	// Wait for Control C to exit
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, os.Interrupt, syscall.SIGTERM)

	// Block until a signal is received
	<-ch
	log.Println("Stopping the server")
	s.Stop()
	log.Println("End of Program")
}
