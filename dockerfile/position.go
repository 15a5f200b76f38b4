package dockerfile

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

var byteOrderMark = []byte("\ufeff")

// position returns the line and the column of a byte of a file.
func position(src []byte, offset int) (line, column int) {
	before := src[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1,
		utf8.RuneCount(bytes.TrimPrefix(before[start:], byteOrderMark)) + 1
}

// A text is an instruction with its lines joined, as the builder reads it, that knows where each byte comes from.
type text struct {
	joined  string
	offsets []int
}

// instructionText joins the lines of an instruction again, because the parser does not say where it found what. It
// reports false when the outcome is not what the parser made of them.
func instructionText(src []byte, lines []int, node *parser.Node, escape byte) (text, bool) {
	var joined []byte
	var offsets []int
	for n := node.StartLine; n <= node.EndLine && n < len(lines); n++ {
		start := lines[n-1]
		line := bytes.TrimRight(src[start:lines[n]], "\r\n")
		content := bytes.TrimLeftFunc(bytes.TrimPrefix(line, byteOrderMark), unicode.IsSpace)
		if n == node.StartLine {
			start += len(line) - len(content)
			line = content
		} else if len(content) == 0 || content[0] == '#' {
			continue
		}
		line, continued := cutContinuation(line, escape)
		for i := range line {
			offsets = append(offsets, start+i)
		}
		joined = append(joined, line...)
		if !continued {
			break
		}
	}
	return text{string(joined), offsets}, string(joined) == node.Original
}

// cutContinuation cuts an escape character off the end of a line, unless it is escaped itself.
func cutContinuation(line []byte, escape byte) ([]byte, bool) {
	cut, ok := bytes.CutSuffix(bytes.TrimRight(line, " \t"), []byte{escape})
	if !ok || len(cut) > 0 && cut[len(cut)-1] == escape {
		return line, false
	}
	return cut, true
}

// lineStarts returns the offset at which each line begins, and the length of the file.
func lineStarts(src []byte) []int {
	lines := []int{0}
	for i, c := range src {
		if c == '\n' {
			lines = append(lines, i+1)
		}
	}
	return append(lines, len(src))
}

// shellWord finds the shell form's line at the end of the instruction.
func (t text) shellWord(line string) Word {
	start := len(strings.TrimRightFunc(t.joined, unicode.IsSpace)) - len(line)
	if line == "" || start < 0 || t.joined[start:start+len(line)] != line {
		return Word{Text: line}
	}
	offsets := t.offsets[start : start+len(line)]
	return Word{Text: line, start: offsets[0], end: offsets[len(offsets)-1] + 1, offsets: offsets}
}

// execWords finds the strings of the exec form's array, and the array: the byte range [start, end) of the file.
func (t text) execWords(values []string) (words []Word, start, end int) {
	for _, value := range values {
		words = append(words, Word{Text: value})
	}
	array := strings.IndexByte(t.joined, '[')
	if array < 0 {
		return words, 0, 0
	}
	decoder := json.NewDecoder(strings.NewReader(t.joined[array:]))
	decoder.Token() // [
	for i := range words {
		from := array + int(decoder.InputOffset())
		if token, err := decoder.Token(); err != nil || token != values[i] {
			return words, 0, 0
		}
		words[i].locate(t, from, array+int(decoder.InputOffset()))
	}
	decoder.Token() // ]
	return words, t.offsets[array], t.offsets[array+int(decoder.InputOffset())-1] + 1
}

// locate notes where a string of the array stands, which ends at to and begins with the first quote after from.
func (w *Word) locate(t text, from, to int) {
	from += strings.IndexByte(t.joined[from:], '"')
	plain, _, _ := strings.Cut(t.joined[from+1:to-1], `\`)
	w.start, w.end = t.offsets[from], t.offsets[to-1]+1
	w.offsets = t.offsets[from+1 : from+1+len(plain)]
}
