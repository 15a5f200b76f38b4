package manifests

import (
	"fmt"
	"strconv"

	"github.com/gracelint/gracelint"
)

var probeGrace = &gracelint.Rule{
	ID:       "manifests/probe-grace",
	Summary:  "a probe's grace period that the preStop hook uses up",
	Why:      "When a liveness or startup probe fails, the kubelet ends the container within the probe's own terminationGracePeriodSeconds, and the preStop hook runs inside that time, too: the app gets the kubelet's minimum of 2 s after SIGTERM, then SIGKILL (pkg/kubelet/kuberuntime of Kubernetes 1.37).",
	Advice:   "Make the probe's grace period longer than the hook, or leave it out, so that the pod's counts.",
	Severity: gracelint.Warning,
}

func checkProbeGrace(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for pod, c := range f.hooks() {
		hook := c.PreStop.Duration()
		takes := "takes at least " + strconv.FormatFloat(hook.Alone, 'f', -1, 64) + " s of it"
		if hook.Alone >= forever {
			takes = "never ends"
		}
		for probe, grace := range c.endingProbes() {
			if grace == nil || !grace.Valid || grace.Value <= 0 || hook.Alone < float64(grace.Value) {
				continue
			}
			finding := f.finding(probeGrace, grace.Position,
				fmt.Sprintf("the grace period of the %s probe of container %s in %s is %d s, and the preStop hook %s: when the probe fails, the app gets 2 s after SIGTERM, then SIGKILL",
					probe, c.Name, pod, grace.Value, takes),
				"make it longer than the hook, or leave it out, so that the pod's counts")
			finding.Related = []gracelint.Related{{Path: f.Path, Line: hook.Line, Column: hook.Column, Message: "the hook's seconds"}}
			findings = append(findings, finding)
		}
	}
	return findings
}
