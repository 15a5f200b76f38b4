package report

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/gracelint/gracelint"
)

// lineReader returns a function that returns a file's lines without their ends, and nothing when it cannot be read.
// It remembers one file: findings come sorted by path.
func lineReader(read func(path string) ([]byte, error)) func(path string) []string {
	var last string
	var lines []string
	return func(path string) []string {
		if path == last {
			return lines
		}
		last, lines = path, nil
		if content, err := read(path); err == nil {
			lines = strings.Split(strings.ReplaceAll(string(content), "\r\n", "\n"), "\n")
		}
		return lines
	}
}

// endOfMark returns how many code points of the finding's first line come before the end of its place.
func endOfMark(f *gracelint.Finding) int {
	switch {
	case f.EndLine == f.Line:
		return f.EndColumn - 1
	case f.EndLine > f.Line:
		return math.MaxInt
	}
	return f.Column
}

const (
	tab      = "    " // what is shown for one
	maxWidth = 100    // of a source line, in terminal columns
)

// excerpt returns what to show of a source line, cut around the code points [start,end) when it is long, and where
// those stand in it: behind indent terminal columns, width wide, at least 1. They may lie beyond the line's end.
func excerpt(source string, start, end int) (shown string, indent, width int) {
	var cells []cell
	total := 0
	for _, r := range source {
		cells = append(cells, cellOf(r))
		total += cells[len(cells)-1].width
	}
	start = min(max(start, 0), len(cells))
	end = min(max(end, start), len(cells))
	_, indent = join(cells[:start])

	first := 0
	if total > maxWidth && indent > maxWidth*2/3 {
		for ; indent > maxWidth/3; first++ {
			indent -= cells[first].width
		}
	}
	last := first
	for shownWidth := 0; last < len(cells) && shownWidth+cells[last].width <= maxWidth; last++ {
		shownWidth += cells[last].width
	}
	shown, _ = join(cells[first:last])
	_, width = join(cells[start:max(start, min(end, last))])
	if first > 0 {
		shown = "…" + shown
		indent++
	}
	if last < len(cells) {
		shown += "…"
	}
	return shown, indent, max(width, 1)
}

// A cell is what a terminal shows for a code point, and how many columns it takes.
type cell struct {
	text  string
	width int
}

func cellOf(r rune) cell {
	switch {
	case r == '\t':
		return cell{tab, len(tab)}
	case !strconv.IsPrint(r):
		escape := gracelint.Visible(string(r))
		return cell{escape, len(escape)}
	case unicode.In(r, unicode.Mn, unicode.Me): // drawn over the one before
		return cell{string(r), 0}
	case unicode.Is(wide, r):
		return cell{string(r), 2}
	}
	return cell{string(r), 1}
}

func join(cells []cell) (text string, width int) {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
		width += c.width
	}
	return b.String(), width
}

// wide holds the blocks whose characters take two columns, as Unicode's EastAsianWidth.txt has them, roughly.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x1100, 0x115f, 1}, // Hangul Jamo
		{0x2e80, 0x303e, 1}, // CJK radicals and punctuation
		{0x3041, 0xa4cf, 1}, // Kana to Yi
		{0xac00, 0xd7a3, 1}, // Hangul
		{0xf900, 0xfaff, 1}, // CJK compatibility
		{0xfe30, 0xfe6f, 1},
		{0xff00, 0xff60, 1}, // fullwidth forms
		{0xffe0, 0xffe6, 1},
	},
	R32: []unicode.Range32{
		{0x1f300, 0x1f64f, 1}, // emoji
		{0x1f680, 0x1f6ff, 1},
		{0x1f900, 0x1faff, 1},
		{0x20000, 0x3fffd, 1}, // more CJK
	},
}
