// Package want checks findings against the `want` comments of a fixture: a line that deserves a finding carries, or in a
// Dockerfile or YAML is followed by a line of comments that carries,
//
//	# want `regexp` `regexp`
//
// (in Go in a comment of any kind), one regexp for each finding on that line, matched against [gracelint.Finding.Text].
package want

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
)

var (
	comment = regexp.MustCompile("(?:#|//|/\\*)\\s*want((?:\\s+`[^`]*`)+)\\s*(?:\\*/|$)")
	pattern = regexp.MustCompile("`([^`]*)`")
)

// Check is [CheckSeen] for findings. Ignored ones count as absent.
func Check(t *testing.T, path string, src []byte, findings []gracelint.Finding) {
	t.Helper()
	var seen []Seen
	for _, f := range findings {
		if f.Ignored == nil {
			seen = append(seen, Seen{Line: f.Line, Column: f.Column, Text: f.Text()})
		}
	}
	CheckSeen(t, path, src, seen)
}

// Seen is a finding as a `want` comment can tell of it.
type Seen struct {
	Line, Column int
	Text         string
}

// CheckSeen reports every finding that src's comments do not want, and every comment without its finding.
func CheckSeen(t *testing.T, path string, src []byte, seen []Seen) {
	t.Helper()
	wanted := map[int][]*regexp.Regexp{} // by line
	last := 0                            // the last line that is not a want comment of its own
	for i, line := range strings.Split(string(src), "\n") {
		match := comment.FindStringSubmatchIndex(line)
		if match == nil {
			last = i + 1
			continue
		}
		if strings.TrimSpace(line[:match[0]]+line[match[1]:]) != "" {
			last = i + 1
		}
		for _, p := range pattern.FindAllStringSubmatch(line[match[2]:match[3]], -1) {
			re, err := regexp.Compile(p[1])
			if err != nil {
				t.Fatalf("%s:%d: %v", path, i+1, err)
			}
			wanted[last] = append(wanted[last], re)
		}
	}
	for _, s := range seen {
		if !take(wanted, s) {
			t.Errorf("%s:%d:%d: unexpected finding: %s", path, s.Line, s.Column, s.Text)
		}
	}
	for line, res := range wanted {
		for _, re := range res {
			t.Errorf("%s:%d: no finding matched %q", path, line, re)
		}
	}
}

// take strikes out the first wanted regexp that matches the finding.
func take(wanted map[int][]*regexp.Regexp, s Seen) bool {
	for i, re := range wanted[s.Line] {
		if re.MatchString(s.Text) {
			wanted[s.Line] = append(wanted[s.Line][:i:i], wanted[s.Line][i+1:]...)
			return true
		}
	}
	return false
}
