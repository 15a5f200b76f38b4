// Package want checks findings against the `want` comments of a Dockerfile or YAML fixture, as analysistest does for
// Go: a line that deserves a finding carries, or is followed by a line of comments that carries,
//
//	# want `regexp` `regexp`
//
// one regexp for each finding on that line, matched against [gracelint.Finding.Text].
package want

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
)

var (
	comment = regexp.MustCompile("#\\s*want((?:\\s+`[^`]*`)+)\\s*$")
	pattern = regexp.MustCompile("`([^`]*)`")
)

// Check reports every finding that src's comments do not want, and every comment without its finding. Ignored
// findings count as absent.
func Check(t *testing.T, path string, src []byte, findings []gracelint.Finding) {
	t.Helper()
	wanted := map[int][]*regexp.Regexp{} // by line
	last := 0                            // the last line that is not a want comment of its own
	for i, line := range strings.Split(string(src), "\n") {
		match := comment.FindStringSubmatchIndex(line)
		if match == nil {
			last = i + 1
			continue
		}
		if strings.TrimSpace(line[:match[0]]) != "" {
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
	for _, f := range findings {
		if f.Ignored != nil {
			continue
		}
		if !take(wanted, f) {
			t.Errorf("%s:%d:%d: unexpected finding: %s", path, f.Line, f.Column, f.Text())
		}
	}
	for line, res := range wanted {
		for _, re := range res {
			t.Errorf("%s:%d: no finding matched %q", path, line, re)
		}
	}
}

// take strikes out the first wanted regexp that matches the finding.
func take(wanted map[int][]*regexp.Regexp, f gracelint.Finding) bool {
	for i, re := range wanted[f.Line] {
		if re.MatchString(f.Text()) {
			wanted[f.Line] = append(wanted[f.Line][:i:i], wanted[f.Line][i+1:]...)
			return true
		}
	}
	return false
}
