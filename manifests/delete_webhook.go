package manifests

import (
	"fmt"
	"strings"

	"github.com/gracelint/gracelint"
)

var deleteWebhook = &gracelint.Rule{
	ID:       "manifests/delete-webhook",
	Summary:  "an admission webhook on the deletion of pods, which holds up less than it seems, or more",
	Why:      "The Eviction API deletes a pod without asking webhooks on DELETE: kubectl drain and autoscalers pass the webhook by, unless it is asked about CREATE of pods/eviction, too. The kubelet's own last DELETE, when the containers have ended, does meet it: with failurePolicy Fail and nothing exempt, pods stay Terminating while the webhook is down (pkg/registry/core/pod/storage/eviction.go, pkg/kubelet/status of Kubernetes 1.37). Nor can it hold SIGTERM up for longer than its timeoutSeconds, 30 at most.",
	Advice:   "Drain in the app and in a preStop hook. If the webhook has to be, add CREATE of pods/eviction, exempt kube-system and its own namespace, and allow what has a deletionTimestamp.",
	Severity: gracelint.Warning,
	Strict:   true,
}

func checkDeleteWebhook(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for _, w := range f.Webhooks {
		var problems []string
		if !w.Evictions {
			problems = append(problems, "evictions, as by kubectl drain, pass it by")
		}
		if w.Fails && !w.Exempts {
			problems = append(problems, "while it is down no pod can be deleted to the end, its own neither")
		}
		if problems == nil {
			continue
		}
		findings = append(findings, f.finding(deleteWebhook, w.Delete.Position,
			fmt.Sprintf("webhook %s of %s is asked before pods are deleted: %s", w.Name, w.Object, strings.Join(problems, "; and ")),
			"drain in the app and in a preStop hook, or add CREATE of pods/eviction and exempt some namespaces"))
	}
	return findings
}
