package manifests

import (
	"fmt"

	"github.com/gracelint/gracelint"
)

var publishNotReady = &gracelint.Rule{
	ID:       "manifests/publish-not-ready",
	Summary:  "a Service with a cluster IP that goes on sending requests to pods which are ending",
	Why:      "publishNotReadyAddresses makes every endpoint count as ready, that of a terminating pod too (k8s.io/endpointslice: ready = publishNotReadyAddresses || serving && !terminating). So kube-proxy and load balancers open new connections to a pod until it is gone, whatever its preStop hook waits for. It is meant for headless Services, by which the members of a StatefulSet find each other before they are ready.",
	Advice:   "Take it out, or move it to a headless Service of its own (clusterIP: None) for finding peers.",
	Severity: gracelint.Warning,
}

// podName is the label that a StatefulSet gives each pod. A Service that selects by it is the address of that one pod,
// and has no other to send requests to.
const podName = "statefulset.kubernetes.io/pod-name"

func checkPublishNotReady(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for _, s := range f.Services {
		if s.PublishUnready == nil || s.Headless || s.External || len(s.Selector) == 0 || s.Selector[podName] != "" {
			continue
		}
		pods := "its pods"
		if len(s.Selected) == 1 { // several may be one workload in several overlays
			pods = "the pods of " + s.Selected[0].String()
		}
		findings = append(findings, f.finding(publishNotReady, *s.PublishUnready,
			fmt.Sprintf("%s publishes addresses that are not ready, and so those of ending pods: %s get new connections until they are gone", s, pods),
			"take it out, or move it to a headless Service for finding peers"))
	}
	return findings
}
