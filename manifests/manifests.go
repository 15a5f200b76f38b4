// Package manifests reads Kubernetes manifests and says what will make a pod drop work when it is stopped.
//
// [Parse] makes a model of what a file says of pods, and never judges; [Check] judges the model, and never reads
// files. Pods are found by structure, in any kind: a rule sees a [Pod], whether it stood in a Deployment, a List or an
// Argo Rollout. The package stands on one floor with package dockerfile and the analyzers, and knows none of them;
// package timeline joins what they say.
package manifests

import (
	"cmp"
	"slices"
	"sort"

	"github.com/gracelint/gracelint"
)

// Rules are the rules of this package.
var Rules = []*gracelint.Rule{
	prestopExceedsGrace,
	tcpSocketHook,
	hookPort,
	hookCommand,
	graceZero,
	stopSignal,
	readinessGrace,
	probeGrace,
	misplacedField,
	wrongType,
	shellPID1,
	unexpandedVariable,
	sidecarHook,
	publishNotReady,
	deleteWebhook,
	kubectlDelete,
}

// checks are the functions behind the rules of [Check].
var checks = []func(*File) []gracelint.Finding{
	checkPrestopExceedsGrace,
	checkTCPSocketHook,
	checkHookPort,
	checkHookCommand,
	checkGraceZero,
	checkStopSignal,
	checkReadinessGrace,
	checkProbeGrace,
	checkMisplacedField,
	checkWrongType,
	checkShellPID1,
	checkUnexpandedVariable,
	checkSidecarHook,
	checkPublishNotReady,
	checkDeleteWebhook,
}

// Check returns what the rules find in the file, in the file's order. A finding that one of the file's comments
// silences is marked as ignored.
func Check(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for _, check := range checks {
		findings = append(findings, check(f)...)
	}
	slices.SortStableFunc(findings, func(a, b gracelint.Finding) int {
		return cmp.Or(a.Line-b.Line, a.Column-b.Column)
	})
	gracelint.Suppress(findings, f.Ignores)
	return findings
}

// finding returns a finding of the rule at the place.
func (f *File) finding(rule *gracelint.Rule, at Position, message, advice string) gracelint.Finding {
	if template := f.template(at.Line); template != "" {
		message = "rendered from " + template + ": " + message
	}
	finding := gracelint.Finding{
		Rule: rule.ID, Severity: rule.Severity, Strict: rule.Strict,
		Path: f.Path, Line: at.Line, Column: at.Column,
		Message: message, Advice: advice,
	}
	if at.EndColumn > 0 {
		finding.EndLine, finding.EndColumn = at.Line, at.EndColumn
	}
	return finding
}

// template returns the template from which the line was rendered.
func (f *File) template(line int) string {
	after := sort.Search(len(f.Sources), func(i int) bool { return f.Sources[i].Line > line })
	if after == 0 {
		return ""
	}
	return f.Sources[after-1].Template
}
