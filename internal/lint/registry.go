package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/serverclose"
	"github.com/gracelint/gracelint/analyzers/signalnotify"
	"github.com/gracelint/gracelint/analyzers/wggo"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
	"github.com/gracelint/gracelint/timeline"
)

// Rules returns every rule there is, in the order of [gracelint.IDs].
func Rules() []*gracelint.Rule {
	return slices.Concat(signalnotify.Rules, serverclose.Rules, wggo.Rules, dockerfile.Rules, manifests.Rules, timeline.Rules, []*gracelint.Rule{gracelint.IgnoreRule})
}

// Find returns the rule with the ID. The error for an unknown one names the nearest.
func Find(id string) (*gracelint.Rule, error) {
	rules := Rules()
	for _, rule := range rules {
		if rule.ID == id {
			return rule, nil
		}
	}
	slices.SortStableFunc(rules, func(a, b *gracelint.Rule) int { return cmp.Compare(distance(id, a.ID), distance(id, b.ID)) })
	var nearest []string
	for _, rule := range rules[:3] {
		nearest = append(nearest, rule.ID)
	}
	return nil, fmt.Errorf("there is no rule %q; the nearest are %s (gracelint rules lists all)", id, strings.Join(nearest, ", "))
}

// distance is how far what the user wrote is from an ID, or from its name alone when the family is left out: in
// letters to be changed.
func distance(wrote, id string) int {
	if _, name, ok := strings.Cut(id, "/"); ok && !strings.Contains(wrote, "/") {
		id = name
	}
	return levenshtein.Distance(wrote, id, nil)
}
