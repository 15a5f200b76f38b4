package gracelint

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// Lines tells places in a text: a line ends in \n, as for git and editors, and columns are code points. All lines and
// columns count from 1. A byte order mark at the start of a line takes no column.
//
// A text of one line is as quick to ask as any: beside where lines begin, it is known where each 256th code point does.
// It is not for several goroutines at once.
type Lines struct {
	src    []byte
	starts []int // of the lines; the offset of each
	marks  []int // of each code point whose number is a multiple of markEvery; nil: not needed yet
}

const markEvery = 256

var byteOrderMark = []byte("\ufeff")

// NewLines looks for the lines of a text, which must not change.
func NewLines(src []byte) *Lines {
	l := &Lines{src: src, starts: []int{0}}
	for at := 0; ; {
		end := bytes.IndexByte(src[at:], '\n')
		if end < 0 {
			return l
		}
		at += end + 1
		l.starts = append(l.starts, at)
	}
}

// Len returns how many lines there are; behind a final \n there is an empty one.
func (l *Lines) Len() int { return len(l.starts) }

// Start returns the offset at which a line begins.
func (l *Lines) Start(line int) int { return l.starts[line-1] }

// End returns the offset at which a line ends, before its \n.
func (l *Lines) End(line int) int {
	if line < len(l.starts) {
		return l.starts[line] - 1
	}
	return len(l.src)
}

// Line returns the number of the line that has the byte at offset.
func (l *Lines) Line(offset int) int {
	at, found := slices.BinarySearch(l.starts, offset)
	if found {
		at++
	}
	return at
}

// Place returns the line and the column of the byte at offset.
func (l *Lines) Place(offset int) (line, column int) {
	line = l.Line(offset)
	return line, l.codePoint(offset) - l.codePoint(min(l.first(line), offset)) + 1
}

// Offset returns the offset of a column; that of the line's end, if the line is shorter.
func (l *Lines) Offset(line, column int) int {
	return min(l.After(l.first(line), column-1), l.End(line))
}

// first returns the offset of column 1.
func (l *Lines) first(line int) int {
	start := l.Start(line)
	if bytes.HasPrefix(l.src[start:], byteOrderMark) {
		start += len(byteOrderMark)
	}
	return start
}

// After returns the offset of what stands so many code points behind offset.
func (l *Lines) After(offset, codePoints int) int {
	number := l.codePoint(offset) + max(codePoints, 0)
	mark := min(number/markEvery, len(l.marks)-1)
	at := l.marks[mark]
	for range number - mark*markEvery {
		if at >= len(l.src) {
			break
		}
		_, size := utf8.DecodeRune(l.src[at:])
		at += size
	}
	return at
}

// codePoint returns how many code points stand before offset.
func (l *Lines) codePoint(offset int) int {
	if l.marks == nil {
		l.mark()
	}
	mark, found := slices.BinarySearch(l.marks, offset)
	if !found {
		mark--
	}
	return mark*markEvery + utf8.RuneCount(l.src[l.marks[mark]:offset])
}

func (l *Lines) mark() {
	number := 0
	for at := 0; at < len(l.src); number++ {
		if number%markEvery == 0 {
			l.marks = append(l.marks, at)
		}
		_, size := utf8.DecodeRune(l.src[at:])
		at += size
	}
	if number == 0 {
		l.marks = []int{0}
	}
}
