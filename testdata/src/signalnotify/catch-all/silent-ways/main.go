// Every signal is caught, and what comes decides, in each way that is seen.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	go srv.ListenAndServe()
	switch os.Args[1] {
	case "callee":
		callee()
	case "result":
		result()
	case "contains":
		contains()
	case "assert":
		assert()
	case "again":
		again()
	case "once":
		forwardOnce()
	case "handler":
		handler()
	case "channel":
		channel()
	}
	shutdown(srv)
}

func shutdown(srv *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

func every() chan os.Signal {
	c := make(chan os.Signal, 16)
	signal.Notify(c)
	return c
}

func asksForStop(sig os.Signal) bool { return sig == syscall.SIGTERM || sig == os.Interrupt }

func callee() {
	for sig := range every() {
		if asksForStop(sig) {
			return
		}
	}
}

func next(c chan os.Signal) os.Signal { return <-c }

// The signal is received by a helper, and looked at here.
func result() {
	c := every()
	for {
		switch next(c) {
		case syscall.SIGTERM, os.Interrupt:
			return
		}
	}
}

func contains() {
	for sig := range every() {
		if slices.Contains([]os.Signal{syscall.SIGTERM, os.Interrupt}, sig) {
			return
		}
	}
}

func assert() {
	for sig := range every() {
		number, ok := sig.(syscall.Signal)
		if !ok || number == syscall.SIGURG || number == syscall.SIGPIPE {
			continue
		}
		return
	}
}

// What is noise is received again.
func again() {
	c := every()
	sig := <-c
	for sig == syscall.SIGURG || sig == syscall.SIGPIPE {
		sig = <-c
	}
}

func forwardOnce() {
	cmd := exec.Command("postgres")
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
	cmd.Process.Signal(<-every())
	cmd.Wait()
}

// The function that is given the signal exits on those that ask for it.
func handler() {
	c := every()
	go func() {
		for {
			select {
			case sig := <-c:
				handle(sig)
			case <-time.After(time.Minute):
			}
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
}

func handle(sig os.Signal) {
	if sig == syscall.SIGQUIT {
		os.Exit(1)
	}
}

// Each is passed on to a loop, which decides.
func channel() {
	events := make(chan os.Signal)
	c := every()
	go func() {
		for sig := range c {
			events <- sig
		}
	}()
	for sig := range events {
		if sig == syscall.SIGTERM {
			return
		}
	}
}
