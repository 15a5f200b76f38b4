package main

import (
	"context"
	"flag"
	"log"
	"os"
	"os/signal"
	"syscall"

	"strangers/photos/good/server"
)

func main() {
	var conf server.Config
	flag.StringVar(&conf.Address, "address", ":1323", "")
	flag.IntVar(&conf.GracePeriod, "grace", 10, "seconds")
	flag.Parse()

	srv := server.New(conf)
	srv.Run()

	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt, syscall.SIGTERM)
	select {
	case s := <-sigs:
		log.Printf("%v, closing the shutter", s)
	case err := <-srv.Failed():
		log.Printf("failed: %v", err)
	}
	if err := srv.Stop(context.Background()); err != nil {
		log.Printf("stop: %v", err)
	}
}
