package main

import "strangers/rentals/good/cmd"

func main() { cmd.Execute() }
