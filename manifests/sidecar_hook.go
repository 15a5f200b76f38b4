package manifests

import (
	"fmt"
	"strings"

	"github.com/gracelint/gracelint"
)

var sidecarHook = &gracelint.Rule{
	ID:       "manifests/sidecar-hook",
	Summary:  "a native sidecar's preStop hook, which runs at once and not after the app",
	Why:      "A native sidecar (an init container with restartPolicy: Always) gets SIGTERM when the app's containers have ended. Its preStop hook does not wait: the kubelet runs the hooks of all containers together as soon as the pod is to end. A hook that drains or stops the sidecar takes it away from an app that still drains (pkg/kubelet/kuberuntime of Kubernetes 1.37: executePreStopHook comes before waitForTurn). A hook that only sleeps, or waits in a loop, is not reported.",
	Advice:   "Do without the hook, since SIGTERM comes last anyway, or let it wait until the app has ended.",
	Severity: gracelint.Warning,
}

func checkSidecarHook(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for pod, c := range f.hooks() {
		if !c.Sidecar || pod.Job || !c.PreStop.tells() {
			continue
		}
		findings = append(findings, f.finding(sidecarHook, c.PreStop.Position,
			fmt.Sprintf("the preStop hook of native sidecar %s in %s runs as soon as the pod is to end, and not when the sidecar's turn has come: the app still drains, without what the hook stops", c.Name, pod),
			"do without the hook, since the sidecar gets SIGTERM after the app has ended, or let it wait for that"))
	}
	return findings
}

// tells reports whether the hook may tell its container to stop before it has waited for anything.
func (h *Hook) tells() bool {
	if h.HTTPGet != nil {
		return true
	}
	if _, problem := brokenWord(h.Exec); len(h.Exec) == 0 || problem != "" {
		return false
	}
	line, _ := shellLine(h.Exec)
	for _, wait := range []string{"while ", "until ", "wait"} {
		if strings.Contains(line.Value, wait) {
			return false
		}
	}
	return h.Duration().Tells
}
