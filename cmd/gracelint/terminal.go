package main

import (
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/gracelint/gracelint"
	"golang.org/x/term"
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

// columns returns how wide the terminal is, or COLUMNS says that it is; else 80.
func columns(w io.Writer) int {
	if file, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil && width > 0 {
			return width
		}
	}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil {
		return width
	}
	return 80
}

// progress is one line on a terminal that tells what is going on while the go command works.
type progress struct {
	w     io.Writer
	shown bool
}

func newProgress(w io.Writer) *progress { return &progress{w: w} }

func (p *progress) show(what string) {
	if isTerminal(p.w) {
		fmt.Fprintf(p.w, "\r\x1b[K%s …", gracelint.Visible(what))
		p.shown = true
	}
}

func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
