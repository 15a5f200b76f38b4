package manifests

import (
	"fmt"
	"slices"

	"github.com/gracelint/gracelint"
)

var hookPort = &gracelint.Rule{
	ID:       "manifests/hook-port",
	Summary:  "a preStop hook that names a port which its container does not declare",
	Why:      "The kubelet looks a named port up among the ports of the hook's own container. When it is not there, the request is never sent, the hook fails with FailedPreStopHook, and SIGTERM comes at once. The API server does not check the name; a number need not be declared (pkg/kubelet/lifecycle of Kubernetes 1.37).",
	Advice:   "Declare the port with this name in the container's ports, or give its number.",
	Severity: gracelint.Error,
}

func checkHookPort(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for pod, c := range f.hooks() {
		get := c.PreStop.HTTPGet
		if pod.Partial || get == nil || !c.lacksPort(get) {
			continue
		}
		findings = append(findings, f.finding(hookPort, get.Port.Position,
			fmt.Sprintf("the preStop hook of container %s in %s calls port %s, and the container declares none of this name: the hook fails each time, and SIGTERM comes at once", c.Name, pod, get.Port.Written),
			"declare it in the container's ports, or give the number"))
	}
	return findings
}

// lacksPort reports whether the target's port has a name that the container does not declare.
func (c *Container) lacksPort(get *Target) bool {
	return get.Port != nil && get.Port.Written != "" && !digits.MatchString(get.Port.Written) &&
		!slices.ContainsFunc(c.Ports, func(p Port) bool { return p.Name == get.Port.Written })
}
