// The fault stands in another file than main.
package main

func main() { serve() }
