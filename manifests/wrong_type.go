package manifests

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"github.com/gracelint/gracelint"
)

var wrongType = &gracelint.Rule{
	ID:       "manifests/wrong-type",
	Summary:  "seconds or a port written as a string",
	Why:      "The API takes whole seconds as a number and rejects \"60\" and 60s, and with them the whole manifest. A port in quotes is the name of a port, and a name must have a letter in it (k8s.io/api/core/v1, pkg/apis/core/validation of Kubernetes 1.37).",
	Advice:   "Write the number without quotes and without a unit.",
	Severity: gracelint.Error,
}

func checkWrongType(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	wrong := func(field string, n *Number) {
		number := quotedNumber(n)
		if number == "" {
			return
		}
		finding := f.finding(wrongType, n.Position,
			fmt.Sprintf("%s is the string %q, and the API server takes a number only: it rejects the manifest", field, n.Written),
			"write "+number)
		if n.End > 0 {
			finding.Fixes = []gracelint.Fix{{
				Message: "write " + number, Safe: true,
				Edits: []gracelint.Edit{{Path: f.Path, Start: n.Start, End: n.End, New: number}},
			}}
		}
		findings = append(findings, finding)
	}
	for _, pod := range f.Pods {
		wrong("terminationGracePeriodSeconds of "+pod.String(), pod.Grace)
	}
	for pod, c := range f.stopping() {
		of := fmt.Sprintf(" of container %s in %s", c.Name, pod)
		wrong("terminationGracePeriodSeconds of the liveness probe"+of, c.Liveness)
		wrong("terminationGracePeriodSeconds of the startup probe"+of, c.Startup)
		if c.PreStop != nil {
			wrong("seconds of the preStop hook"+of, c.PreStop.Sleep)
			if get := c.PreStop.HTTPGet; get != nil && get.Port != nil && digits.MatchString(get.Port.Written) {
				wrong("port of the preStop hook"+of, get.Port)
			}
		}
	}
	return findings
}

var digits = regexp.MustCompile(`^\d{1,9}$`)

// quotedNumber returns the number that a string is meant as: that of its digits, or of whole seconds. It returns
// nothing for any other string, which something may be put in place of.
func quotedNumber(n *Number) string {
	if n == nil || n.Written == "" {
		return ""
	}
	if digits.MatchString(n.Written) {
		number, _ := strconv.Atoi(n.Written)
		return strconv.Itoa(number)
	}
	if d, err := time.ParseDuration(n.Written); err == nil && d >= 0 && d%time.Second == 0 {
		return strconv.FormatInt(int64(d/time.Second), 10)
	}
	return ""
}
