package gracelint

import (
	"strings"
	"testing"

	"github.com/gracelint/gracelint/testdata/cost"
)

func FuzzParseIgnore(f *testing.F) {
	for _, seed := range []string{
		"//gracelint:ignore wggo/early-done a reason", "# gracelint:ignore a,b,,c", "#gracelint:ignore", "//gracelint:ignored", "// gracelint:ignore a b", "# \tgracelint:ignore\t\u2028a",
		"#gracelint:ignore " + strings.Repeat("a,", 10_000), "#" + strings.Repeat(" ", 10_000), "//gracelint:ignore wggo/early-done " + strings.Repeat("b ", 10_000),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, comment string) {
		cost.Linear(t, len(comment), 10, 500, func() {
			ignore, ok := ParseIgnore(comment)
			if !ok {
				return
			}
			ignore.Path, ignore.Line = "a", 1
			findings := []Finding{{Path: "a", Line: 1, Rule: "wggo/early-done"}, {Path: "a", Line: 2, Rule: "wggo/early-done"}}
			Suppress(findings, []Ignore{ignore})
			if silenced := findings[0].Ignored != nil; silenced != ignore.Silences("wggo/early-done") || findings[1].Ignored != nil {
				t.Errorf("%q silences %v", comment, silenced)
			}
			if problem := ignore.Problem(); problem != "" {
				if found := ignore.Finding(problem); found.Line != 1 || found.Message != problem {
					t.Errorf("%q is told as %+v", comment, found)
				}
			}
		})
	})
}
