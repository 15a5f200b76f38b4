package manifests

import (
	"fmt"

	"github.com/gracelint/gracelint"
)

var readinessGrace = &gracelint.Rule{
	ID:       "manifests/readiness-grace",
	Summary:  "a probe's terminationGracePeriodSeconds that the API server rejects",
	Why:      "A liveness or startup probe that fails ends the container, within terminationGracePeriodSeconds of its own if it has some, which must be greater than 0. A readiness probe ends nothing and must have none. Otherwise the API server rejects the pod (pkg/apis/core/validation of Kubernetes 1.37).",
	Advice:   "Take the field out of the readiness probe; set the pod's own terminationGracePeriodSeconds for the time that the app has to drain.",
	Severity: gracelint.Error,
}

func checkReadinessGrace(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for pod, c := range f.stopping() {
		if c.Readiness != nil {
			findings = append(findings, f.finding(readinessGrace, c.Readiness.Position,
				fmt.Sprintf("the readiness probe of container %s in %s has a terminationGracePeriodSeconds, but ends nothing: the API server rejects the pod", c.Name, pod),
				"take it out, or set that of the pod"))
		}
		for probe, grace := range c.endingProbes() {
			if grace != nil && grace.Valid && grace.Value <= 0 {
				findings = append(findings, f.finding(readinessGrace, grace.Position,
					fmt.Sprintf("terminationGracePeriodSeconds of the %s probe of container %s in %s is %d: the API server rejects the pod", probe, c.Name, pod, grace.Value),
					"give it more than 0 seconds, or leave it out"))
			}
		}
	}
	return findings
}
