package gracelint

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// reference tells a place by counting.
func reference(src []byte, offset int) (line, column int) {
	start := bytes.LastIndexByte(src[:offset], '\n') + 1
	return bytes.Count(src[:offset], []byte("\n")) + 1, utf8.RuneCount(bytes.TrimPrefix(src[start:offset], byteOrderMark)) + 1
}

func TestLinesTellPlacesAsCountingDoes(t *testing.T) {
	for _, src := range []string{
		"", "\n", "a", "a\nb", "a\r\nb\n", "\ufeffa: ä\n\ufeffb", "\xff\xe2\x80\na\xc3",
		strings.Repeat("äb\u2028", 700) + "\n" + strings.Repeat("x", 600) + "\n\n" + strings.Repeat("日本\n", 300),
	} {
		l := NewLines([]byte(src))
		if want := strings.Count(src, "\n") + 1; l.Len() != want {
			t.Errorf("%.20q has %d lines, want %d", src, l.Len(), want)
		}
		for offset := 0; offset <= len(src); offset++ {
			if offset < len(src) && !utf8.RuneStart(src[offset]) || strings.HasPrefix(src, "\xff") && offset == len(src) {
				continue
			}
			line, column := l.Place(offset)
			if wantLine, wantColumn := reference([]byte(src), offset); line != wantLine || column != wantColumn {
				t.Fatalf("%.20q: byte %d is at %d:%d, want %d:%d", src, offset, line, column, wantLine, wantColumn)
			}
			if back := l.Offset(line, column); back != offset && !strings.Contains(src, "\ufeff") {
				t.Fatalf("%.20q: %d:%d is byte %d, want %d", src, line, column, back, offset)
			}
		}
	}
}

func TestAColumnBeyondTheLineIsItsEnd(t *testing.T) {
	l := NewLines([]byte("ab\ncd"))
	if got := l.Offset(1, 9); got != 2 {
		t.Errorf("byte %d, want 2", got)
	}
	if got := l.Offset(2, 9); got != 5 {
		t.Errorf("byte %d, want 5", got)
	}
}

func TestCutKeepsCodePointsWhole(t *testing.T) {
	name := strings.Repeat("ä", MaxName)
	if got := Cut(name); !utf8.ValidString(got) || len(got) > MaxName+len("…") || !strings.HasSuffix(got, "…") {
		t.Errorf("%d bytes", len(got))
	}
	if got := Cut("web"); got != "web" {
		t.Errorf("%q", got)
	}
}
