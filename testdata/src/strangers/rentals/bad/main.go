package main

import "strangers/rentals/bad/cmd"

func main() { cmd.Execute() } // want `nothing waits for this Shutdown in strangers/rentals/bad/cmd \(start.go:47\)`
