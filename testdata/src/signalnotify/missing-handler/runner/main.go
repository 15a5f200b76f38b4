// A package of the program starts what it is given through an interface: the call by which it does stands here.
package main

import "signalnotify/missing-handler/runner/runner"

func main() {
	group := runner.Group{runner.New(":8080")}
	group.Run() // want `runner\.go:\d+.*\(signalnotify/missing-handler\)`
}
