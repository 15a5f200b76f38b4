package report

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"github.com/gracelint/gracelint"
)

// A source is a file with findings.
type source struct {
	text  []byte
	lines *gracelint.Lines
}

// sourceReader returns a function that returns a file, and nothing when it cannot be read. It remembers one file: findings
// come sorted by path.
func sourceReader(read func(path string) ([]byte, error)) func(path string) *source {
	var last string
	var found *source
	return func(path string) *source {
		if path == last {
			return found
		}
		last, found = path, nil
		if content, err := read(path); err == nil {
			found = &source{content, gracelint.NewLines(content)}
		}
		return found
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

// near is how many code points on either side of a place are looked at: more than are shown of any line.
const near = 3 * maxWidth

// excerpt returns what to show of a line, cut around the code points [start,end) when it is long, and where those stand in
// it: behind indent terminal columns, width wide, at least 1. They may lie beyond the line's end.
func (s *source) excerpt(line, start, end int) (shown string, indent, width int) {
	from := s.lines.Offset(line, 1)
	till := s.lines.End(line)
	if till > from && s.text[till-1] == '\r' {
		till--
	}
	_, column := s.lines.Place(till)
	start, end = min(start, column-1), min(end, column-1)
	left := max(start-near, 0)
	begin := min(s.lines.After(from, left), till)
	stop := min(s.lines.After(begin, 2*near), till)
	return excerpt(string(s.text[begin:stop]), start-left, end-left, begin > from, stop < till)
}

// excerpt returns what to show of a part of a line; cutLeft and cutRight say on which side there is more of it.
func excerpt(source string, start, end int, cutLeft, cutRight bool) (shown string, indent, width int) {
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
	if (total > maxWidth || cutLeft || cutRight) && indent > maxWidth*2/3 {
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
	if first > 0 || cutLeft {
		shown = "…" + shown
		indent++
	}
	if last < len(cells) || cutRight {
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
