// The goroutine that waits for the signal is started after the server, which blocks.
package main

import (
	"log"
	"os"
	"os/signal"
	"syscall"

	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	if err := r.Run(":8080"); err != nil {
		log.Print(err)
	}
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGTERM) // want `\(signalnotify/too-late\)`
		log.Print(<-c)
	}()
}
