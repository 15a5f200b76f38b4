package main

import "strangers/menus/bad/cmd"

func main() {
	cmd.Execute()
}
