package manifests

import (
	"fmt"
	"strconv"

	"github.com/gracelint/gracelint"
)

var prestopExceedsGrace = &gracelint.Rule{
	ID:       "manifests/prestop-exceeds-grace",
	Summary:  "a preStop hook takes the whole grace period or more",
	Why:      "The hook runs inside the grace period, before SIGTERM. When it takes all of it, the app gets SIGTERM with 2 s left, the kubelet's minimum, and then SIGKILL: requests in flight are cut, and every stop takes the full grace period. The API server rejects a sleep hook that is longer than the grace period; it does not look into exec hooks (pkg/kubelet/kuberuntime and pkg/apis/core/validation of Kubernetes 1.37).",
	Advice:   "Shorten the hook to what the endpoints need to be withdrawn (5 to 15 s), or raise terminationGracePeriodSeconds to the hook's seconds plus those that the app needs to drain.",
	Severity: gracelint.Error,
}

func checkPrestopExceedsGrace(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for pod, c := range f.hooks() {
		grace, known := pod.GraceSeconds()
		hook := c.PreStop.Duration()
		if !known || grace <= 0 || hook.Alone < float64(grace) {
			continue
		}
		finding := f.finding(prestopExceedsGrace, hook.Position, exceeds(pod, c, hook.Alone),
			"shorten the hook, or raise terminationGracePeriodSeconds to its seconds plus those that the app needs to drain")
		finding.Fault = f.HookFault(c.PreStop)
		if pod.Grace != nil {
			finding.Related = []gracelint.Related{{
				Path: f.Path, Line: pod.Grace.Line, Column: pod.Grace.Column,
				Message: fmt.Sprintf("the grace period of %d s", grace),
			}}
		}
		findings = append(findings, finding)
	}
	return findings
}

// exceeds says what the container's hook does to it.
func exceeds(pod *Pod, c *Container, seconds float64) string {
	takes := strconv.FormatFloat(seconds, 'f', -1, 64)
	grace, _ := pod.GraceSeconds()
	period := fmt.Sprintf("grace period of %d s", grace)
	if pod.Grace == nil {
		period = "default " + period
	}
	if c.PreStop.Sleep != nil && seconds > float64(grace) {
		return fmt.Sprintf("the preStop hook of container %s in %s sleeps %s s, longer than the %s, so the API server rejects the pod", c.Name, pod, takes, period)
	}
	who := "app"
	if c.Sidecar {
		who = "sidecar"
	}
	if seconds >= forever {
		return fmt.Sprintf("the preStop hook of container %s in %s never ends, so the %s gets 2 s after SIGTERM, then SIGKILL", c.Name, pod, who)
	}
	return fmt.Sprintf("the preStop hook of container %s in %s takes at least %s s of the %s, so the %s gets 2 s after SIGTERM, then SIGKILL", c.Name, pod, takes, period, who)
}
