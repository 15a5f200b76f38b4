// A package of the program makes a value of an interface, and starts it: the call by which it is made stands here.
package main

import "signalnotify/missing-handler/constructed/runner"

func main() {
	group := runner.Group{runner.New(":8080")} // want `runner\.go:\d+.*\(signalnotify/missing-handler\)`
	group.Run()
}
