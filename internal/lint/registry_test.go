package lint

import (
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata"
)

func TestEveryRuleIsListedByID(t *testing.T) {
	var ids []string
	for _, rule := range Rules() {
		ids = append(ids, rule.ID)
	}
	if !slices.Equal(ids, gracelint.IDs) {
		t.Errorf("the rules are\n%s\nand gracelint.IDs lists\n%s", strings.Join(ids, "\n"), strings.Join(gracelint.IDs, "\n"))
	}
}

func TestEveryRuleExplainsItself(t *testing.T) {
	for _, rule := range Rules() {
		for what, text := range map[string]string{"summary": rule.Summary, "why": rule.Why, "advice": rule.Advice} {
			if text == "" {
				t.Errorf("%s has no %s", rule.ID, what)
			}
		}
		if strings.HasSuffix(rule.Summary, ".") {
			t.Errorf("%s: the summary is a line in a table and ends in no full stop", rule.ID)
		}
		if rule.Severity != gracelint.Error && rule.Severity != gracelint.Warning {
			t.Errorf("%s has severity %q", rule.ID, rule.Severity)
		}
		if rule == gracelint.IgnoreRule {
			continue // its examples are comments
		}
		for _, kind := range []string{"bad", "good"} {
			if example, err := testdata.Example(rule.ID, kind); err != nil {
				t.Errorf("%s has no %s example: %v", rule.ID, kind, err)
			} else if strings.Contains(example, " want ") {
				t.Errorf("%s: the %s example shows its want comments:\n%s", rule.ID, kind, example)
			}
		}
	}
}

func TestFindNamesTheNearestRules(t *testing.T) {
	for wrote, nearest := range map[string]string{
		"serverclose/dead-contxt": "serverclose/dead-context",
		"dead-context":            "serverclose/dead-context",
		"gracezero":               "manifests/grace-zero",
		"dockerfile/shell-form":   "dockerfile/shell-pid1",
	} {
		_, err := Find(wrote)
		if err == nil || !strings.Contains(err.Error(), "the nearest are "+nearest) {
			t.Errorf("Find(%q): %v, want %s as the nearest", wrote, err, nearest)
		}
	}
}
