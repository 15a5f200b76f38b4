package manifests

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
)

var graceZero = &gracelint.Rule{
	ID:       "manifests/grace-zero",
	Summary:  "terminationGracePeriodSeconds is 0",
	Why:      "The API object of the pod is deleted at once, before the containers have stopped: a StatefulSet may start the pod of the same name while the old process still runs. The kubelet gives a preStop hook 1 s at most, and each container 2 s between SIGTERM and SIGKILL, so requests in flight are cut (pkg/kubelet/kuberuntime of Kubernetes 1.37).",
	Advice:   "Give the pod the time that its hook and its longest request need, or leave the field out for the default of 30 s. Not reported are Jobs, containers that only idle, and a DaemonSet in the network of its node: the next pod has to wait for the ports of the last one, and clients reach it by its node.",
	Severity: gracelint.Warning,
}

func checkGraceZero(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for _, pod := range f.Pods {
		if grace, known := pod.GraceSeconds(); !known || grace != 0 || pod.Job || pod.idles() || pod.APIVersion == "apps/v1" && pod.Kind == "DaemonSet" && pod.HostNetwork {
			continue
		}
		findings = append(findings, f.finding(graceZero, pod.Grace.Position,
			fmt.Sprintf("terminationGracePeriodSeconds of %s is 0, so there is no drain: the pod is deleted at once, a preStop hook gets 1 s at most, and SIGKILL follows 2 s after SIGTERM", &pod),
			"give it the seconds that its hook and its longest request need, or leave the field out for the default of 30"))
	}
	return findings
}

// idles reports whether every container only waits to be deleted, so that there is nothing to drain.
func (p *Pod) idles() bool {
	for _, c := range p.Containers {
		if !c.idles() {
			return false
		}
	}
	return len(p.Containers) > 0
}

func (c *Container) idles() bool {
	all := slices.Concat(c.Command, c.Args)
	if len(all) == 0 {
		image, _, _ := strings.Cut(path.Base(c.Image.Value), ":")
		return image == "pause"
	}
	words := values(all)
	given, _ := shellLine(all)
	if line := strings.TrimSpace(given.Value); line != "" && !strings.ContainsAny(line, ";&|\n") {
		words = strings.Fields(line)
	}
	switch path.Base(words[0]) {
	case "sleep":
		return true
	case "tail":
		return words[len(words)-1] == "/dev/null"
	}
	return false
}
