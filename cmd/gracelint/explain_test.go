package main

import (
	"slices"
	"testing"

	"github.com/gracelint/gracelint/internal/lint"
	"github.com/gracelint/gracelint/testdata"
)

func TestNoGoRuleIsOnByDefaultWithoutProof(t *testing.T) {
	for _, rule := range lint.Rules() {
		if !slices.Contains([]string{"signalnotify", "serverclose", "wggo"}, rule.Family()) || rule.Strict {
			continue
		}
		if did, bad, good := testdata.Measured(rule.ID); did == "" || bad == "" || good == "" {
			t.Errorf("%s: prove it in testdata/proofs, or make it strict", rule.ID)
		}
	}
}
