// The noise is caught, and stops nothing.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	signal.Ignore(syscall.SIGPIPE)
	signal.Notify(make(chan os.Signal, 1), syscall.SIGURG)
	go reap()
	go resize()

	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	switch os.Args[1] {
	case "switch":
		switched()
	case "if":
		asked()
	case "default":
		byDefault()
	case "child":
		child()
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

// A channel of its own, for children that have ended.
func reap() {
	c := make(chan os.Signal, 16)
	signal.Notify(c, syscall.SIGCHLD)
	for range c {
		syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
	}
}

func resize() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGWINCH)
	for range c {
		log.Print("the window has another size")
	}
}

func switched() {
	c := make(chan os.Signal, 16)
	signal.Notify(c, syscall.SIGINT, syscall.SIGTERM, syscall.SIGPIPE, syscall.SIGCHLD)
	for sig := range c {
		switch sig {
		case syscall.SIGPIPE:
			continue
		case syscall.SIGCHLD:
			syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
			continue
		}
		return
	}
}

func asked() {
	c := make(chan os.Signal, 16)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGPIPE)
	for {
		if sig := <-c; sig != syscall.SIGPIPE {
			return
		}
	}
}

// The signals that stop are named, the others are logged.
func byDefault() {
	c := make(chan os.Signal, 16)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGINT, syscall.SIGPIPE, syscall.SIGURG)
	for sig := range c {
		switch sig {
		case syscall.SIGTERM, syscall.SIGINT:
			return
		default:
			log.Print(sig)
		}
	}
}

// Each is passed on to the child process, whose end is the end of the program.
func child() {
	cmd := exec.Command("postgres")
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	c := make(chan os.Signal, 16)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGINT, syscall.SIGWINCH, syscall.SIGPIPE)
	go func() {
		for sig := range c {
			cmd.Process.Signal(sig)
		}
	}()
	cmd.Wait()
}
