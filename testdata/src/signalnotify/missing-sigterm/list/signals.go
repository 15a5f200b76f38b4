package main

import "os"

var signals = []os.Signal{os.Interrupt} // want `os.Interrupt is caught here`
