package gracelint

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gracelint/gracelint/testdata/cost"
)

func TestParseIgnore(t *testing.T) {
	for _, test := range []struct{ comment, want string }{
		{"//gracelint:ignore wggo/early-done it is a barrier", "[wggo/early-done] it is a barrier"},
		{"//gracelint:ignore wggo/early-done,serverclose/unstoppable two at once", "[wggo/early-done serverclose/unstoppable] two at once"},
		{"//gracelint:ignore\twggo/early-done", "[wggo/early-done] "},
		{"//gracelint:ignore wggo/early-done, a comma too many", "[wggo/early-done] a comma too many"},
		{"//gracelint:ignore", "[] "},
		{"# gracelint:ignore manifests/grace-zero a test", "[manifests/grace-zero] a test"},
		{"#gracelint:ignore manifests/grace-zero a test", "[manifests/grace-zero] a test"},
		{"// gracelint:ignore wggo/early-done as people write it", "[wggo/early-done] as people write it"},
		{"//\tgracelint:ignore  wggo/early-done\ttabs, or several spaces", "[wggo/early-done] tabs, or several spaces"},
		{"/* gracelint:ignore wggo/early-done in a block */", "[wggo/early-done] in a block"},
		{"/*gracelint:ignore wggo/early-done no space*/", "[wggo/early-done] no space"},
		{"/* gracelint:ignore\nwggo/early-done two lines */", ""},
		{"// see gracelint:ignore wggo/early-done", ""},
		{"//gracelint:ignored", ""},
		{"//gracelint", ""},
		{"# see gracelint:ignore", ""},
	} {
		got := ""
		if ignore, ok := ParseIgnore(test.comment); ok {
			got = fmt.Sprintf("%v %s", ignore.Rules, ignore.Reason)
		}
		if got != test.want {
			t.Errorf("%q is read as %q, want %q", test.comment, got, test.want)
		}
	}
}

func TestProblemOfAnIgnore(t *testing.T) {
	for comment, want := range map[string]string{
		"//gracelint:ignore wggo/early-done a reason":              "",
		"//gracelint:ignore wggo/early-done,dockerfile/shell-pid1": "no reason",
		"//gracelint:ignore early-done a reason":                   `names "early-done"`,
		"//gracelint:ignore wggo/early-done,wggo/x a reason":       `names "wggo/x"`,
		"//gracelint:ignore":                                       "names no rule",
	} {
		ignore, ok := ParseIgnore(comment)
		if problem := ignore.Problem(); !ok || (problem == "") != (want == "") || !strings.Contains(problem, want) {
			t.Errorf("%q: %q, want %q", comment, problem, want)
		}
	}
}

func TestAnIgnoreSpeaksOfItsOwnLineOrOfTheNext(t *testing.T) {
	trailing := Ignore{Path: "a.go", Line: 5, Rules: []string{"wggo/early-done"}}
	own := trailing
	own.Own = true
	for _, test := range []struct {
		name    string
		ignore  Ignore
		finding Finding
		want    bool
	}{
		{"on the line", trailing, Finding{Path: "a.go", Line: 5, Rule: "wggo/early-done"}, true},
		{"at the end of the line above", trailing, Finding{Path: "a.go", Line: 6, Rule: "wggo/early-done"}, false},
		{"alone on the line above", own, Finding{Path: "a.go", Line: 6, Rule: "wggo/early-done"}, true},
		{"alone two lines above", own, Finding{Path: "a.go", Line: 7, Rule: "wggo/early-done"}, false},
		{"another rule", trailing, Finding{Path: "a.go", Line: 5, Rule: "wggo/skipped-done"}, false},
		{"another file", trailing, Finding{Path: "b.go", Line: 5, Rule: "wggo/early-done"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			findings := []Finding{test.finding}
			Suppress(findings, []Ignore{test.ignore})
			if got := findings[0].Ignored != nil; got != test.want {
				t.Errorf("silenced: %v, want %v", got, test.want)
			}
		})
	}
}

func TestTextNamesTheRuleLast(t *testing.T) {
	f := Finding{Rule: "wggo/early-done", Message: "what is wrong", Advice: "what to do"}
	if got, want := f.Text(), "what is wrong; what to do (wggo/early-done)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestManyIgnoresAreAppliedInTime(t *testing.T) {
	var findings []Finding
	var ignores []Ignore
	for i := range 100_000 {
		findings = append(findings, Finding{Path: "a.yaml", Line: 2 * i, Rule: "manifests/grace-zero"})
		ignores = append(ignores, Ignore{Path: "a.yaml", Line: 2*i - 1, Own: true, Rules: []string{"manifests/grace-zero"}})
	}
	cost.Limit(t, 3*time.Second, 300, func() { Suppress(findings, ignores) })
	for i := range findings {
		if findings[i].Ignored != &ignores[i] {
			t.Fatalf("the finding on line %d is not silenced by the comment above it", findings[i].Line)
		}
	}
}
