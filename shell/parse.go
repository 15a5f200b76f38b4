package shell

import (
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/gracelint/gracelint"
	"mvdan.cc/sh/v3/syntax"
)

// A Beyond says why a source is not read that a shell may well read: one of gracelint's bounds.
type Beyond string

func (b Beyond) Error() string { return string(b) }

var (
	tooLarge = Beyond(fmt.Sprintf("it has more than %d KB", gracelint.MaxShell>>10))
	tooDeep  = Beyond(fmt.Sprintf("its commands nest more than %d deep", gracelint.MaxShellDepth))
	tooMuch  = Beyond("the scripts that start each other are too many, or too large, to be followed")
)

// IsBeyond reports whether an error of [Parse] is one of gracelint's bounds, and not a mistake in the source.
func IsBeyond(err error) bool {
	var b Beyond
	return errors.As(err, &b)
}

// Parse reads the source of a shell, within gracelint's bounds. No other parser of shells may be given a source: theirs
// calls itself for whatever nests, and a source of half a megabyte can exhaust the stack, which ends the process.
func Parse(source string, variant syntax.LangVariant) (*syntax.File, error) {
	if len(source) > gracelint.MaxShell {
		return nil, tooLarge
	}
	file, err := syntax.NewParser(syntax.Variant(variant)).Parse(&brake{source: source}, "")
	if err != nil {
		return nil, err
	}
	// What the parser reads without calling itself, such as a && b && c …, may be a deep tree all the same.
	depth, deepest := 0, 0
	syntax.Walk(file, func(n syntax.Node) bool {
		if n == nil {
			depth--
			return true
		}
		deepest = max(deepest, depth+1)
		if depth >= gracelint.MaxShellDepth {
			return false
		}
		depth++
		return true
	})
	if deepest > gracelint.MaxShellDepth {
		return nil, tooDeep
	}
	return file, nil
}

// A brake hands out a source by and by, and no more of it to a parser that is too deep in calls. What nests takes a byte
// at least, so that between two pieces of a KB, as the parser asks for them, its depth grows by a thousand at most. That
// holds for any syntax, which counting brackets does not: those in quotes and here-documents count nothing.
type brake struct{ source string }

func (b *brake) Read(p []byte) (int, error) {
	var one [1]uintptr
	switch {
	case b.source == "":
		return 0, io.EOF
	case runtime.Callers(gracelint.MaxShellStack, one[:]) > 0:
		return 0, tooDeep
	}
	n := copy(p, b.source)
	b.source = b.source[n:]
	return n, nil
}

// Work is how much has been done for the scripts of one file, of which [gracelint.MaxShellWork] is the bound. It is
// measured in bytes of source that are parsed, and in what takes as long.
type Work struct {
	Beyond error // what was left out for the sake of a bound: the first; nil: nothing

	done   int
	more   int // than MaxShellWork may be done
	parsed map[parsed]result
}

// NewWork allows for more work in a file of so many bytes than in a small one, since its scripts may be many.
func NewWork(bytes int) *Work { return &Work{more: 10 * bytes} }

type parsed struct {
	source  string
	variant syntax.LangVariant
}

type result struct {
	file *syntax.File
	err  error
}

// do counts so much work, and reports whether it may be done. Without a Work, none is counted.
func (w *Work) do(amount int) bool {
	switch {
	case w == nil:
		return true
	case amount >= gracelint.MaxShellWork+w.more-w.done:
		w.done = gracelint.MaxShellWork + w.more
		w.leaveOut(tooMuch)
		return false
	}
	w.done += amount
	return true
}

func (w *Work) leaveOut(err error) {
	if w != nil && w.Beyond == nil {
		w.Beyond = err
	}
}

// parse reads a source once, however often it is started.
func (w *Work) parse(source string, variant syntax.LangVariant) (*syntax.File, error) {
	if !w.do(len(source)) {
		return nil, tooMuch
	}
	if w == nil {
		return Parse(source, variant)
	}
	key := parsed{source, variant}
	r, ok := w.parsed[key]
	if !ok {
		r.file, r.err = Parse(source, variant)
		if IsBeyond(r.err) {
			w.leaveOut(r.err)
		}
		if w.parsed == nil {
			w.parsed = map[parsed]result{}
		}
		w.parsed[key] = r
	}
	return r.file, r.err
}
