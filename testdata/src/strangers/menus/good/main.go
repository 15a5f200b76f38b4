package main

import "strangers/menus/good/cmd"

func main() {
	cmd.Execute()
}
