package main

import (
	"log"
	"os"
)

type handler struct{ signals chan os.Signal }

func (h *handler) wait() { log.Print(<-h.signals) }
