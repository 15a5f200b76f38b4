package main

import (
	"fmt"
	"io"
	"os"
)

// isTerminal reports whether w is a terminal, or at least a character device, which all but /dev/null are.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && file.Name() != os.DevNull
}

// progress is one line on a terminal that tells what is going on while the go command works.
type progress struct {
	w     io.Writer
	shown bool
}

func newProgress(w io.Writer) *progress { return &progress{w: w} }

func (p *progress) show(what string) {
	if isTerminal(p.w) {
		fmt.Fprintf(p.w, "\r\x1b[K%s …", what)
		p.shown = true
	}
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
