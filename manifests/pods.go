package manifests

import (
	"bytes"
	"fmt"
	"strings"

	yamltree "go.yaml.in/yaml/v3"
)

// asWritten are the API groups whose controllers make pods of the template as it stands. Any other operator may set
// what the template leaves out.
var asWritten = map[string]bool{
	"":                         true, // v1
	"apps":                     true,
	"batch":                    true,
	"extensions":               true,
	"apps.openshift.io":        true,
	"argoproj.io":              true,
	"apps.kruise.io":           true,
	"jobset.x-k8s.io":          true,
	"leaderworkerset.x-k8s.io": true,
}

// mayHoldPod is cheap: most manifests leave here.
func mayHoldPod(text []byte) bool {
	return bytes.Contains(text, []byte("containers")) || bytes.Contains(text, []byte("terminationGracePeriodSeconds"))
}

// An object is what has an apiVersion and a kind: a document, an item of a List, a manifest within a manifest.
type object struct {
	apiVersion, kind, name, namespace string
}

func objectOf(v view) (object, bool) {
	o := object{
		apiVersion: v.get("apiVersion").string(),
		kind:       v.get("kind").string(),
		name:       v.get("metadata").get("name").string(),
		namespace:  v.get("metadata").get("namespace").string(),
	}
	return o, o.apiVersion != "" && o.kind != ""
}

// group returns the object's API group, empty for v1.
func (o object) group() string {
	group, _, ok := strings.Cut(o.apiVersion, "/")
	if !ok {
		return ""
	}
	return group
}

// isPolicy reports whether the object speaks of pods that others write.
func (o object) isPolicy() bool {
	group := o.group()
	return o.kind == "CustomResourceDefinition" || strings.HasSuffix(group, "kyverno.io") || strings.HasSuffix(group, "gatekeeper.sh")
}

// collect adds the pods in a value at any depth. The owner is the innermost object around it.
func (d *document) collect(v view, owner object) {
	switch {
	case v.node == nil:
	case v.isSequence():
		for _, item := range v.items() {
			d.collect(item, owner)
		}
	case v.node.Kind == yamltree.MappingNode:
		if o, ok := objectOf(v); ok {
			if o.isPolicy() {
				return
			}
			owner = o
			if o.kind == "Pod" && isPod(v, owner) {
				d.pod(v, owner)
				return
			}
		}
		for key, field := range v.fields() {
			if (key == "template" || strings.HasSuffix(key, "Template")) && isPod(field, owner) {
				d.pod(field, owner)
			} else {
				d.collect(field, owner)
			}
		}
	}
}

// isPod reports whether the value has a pod's spec. Containers tell it in any kind; a patch may do without, but the grace
// period alone tells little in kinds unknown (a KubeVirt machine has one too).
func isPod(v view, owner object) bool {
	spec := v.get("spec")
	return spec.get("containers").isSequence() ||
		asWritten[owner.group()] && spec.get("terminationGracePeriodSeconds").node != nil
}

// pod adds the pod that v describes.
func (d *document) pod(v view, owner object) {
	spec := v.get("spec")
	p := Pod{
		APIVersion: owner.apiVersion, Kind: owner.kind, Name: owner.name, Namespace: owner.namespace,
		Labels:         stringMap(v.get("metadata").get("labels")),
		Job:            strings.HasSuffix(owner.kind, "Job") || runsOnce(spec.get("restartPolicy").string()),
		Grace:          spec.get("terminationGracePeriodSeconds").number(),
		Containers:     containers(spec.get("containers")),
		InitContainers: containers(spec.get("initContainers")),
	}
	p.Partial = isPartial(owner, &p)
	d.file.Pods = append(d.file.Pods, p)
}

// runsOnce reports whether the containers may end: what serves restarts always, which is the default.
func runsOnce(restartPolicy string) bool {
	return restartPolicy == "Never" || restartPolicy == "OnFailure"
}

// isPartial tells a patch by what the API server would miss in it.
func isPartial(owner object, p *Pod) bool {
	if !asWritten[owner.group()] || owner.group() == "apps" && len(p.Labels) == 0 || len(p.Containers) == 0 {
		return true
	}
	for _, c := range p.Containers {
		if c.Image.Value == "" {
			return true
		}
	}
	return false
}

func containers(v view) []Container {
	var containers []Container
	for _, c := range v.items() {
		containers = append(containers, Container{
			Position: c.position(),
			Name:     c.get("name").string(),
			Image:    c.get("image").text(),
			Command:  c.get("command").texts(),
			Args:     c.get("args").texts(),
			Sidecar:  c.get("restartPolicy").string() == "Always",
			PreStop:  hook(c.get("lifecycle").get("preStop")),
		})
	}
	return containers
}

func hook(v view) *Hook {
	if v.value == nil {
		return nil
	}
	return &Hook{
		Position:  v.position(),
		Exec:      v.get("exec").get("command").texts(),
		HTTPGet:   target(v.get("httpGet")),
		TCPSocket: target(v.get("tcpSocket")),
		Sleep:     v.get("sleep").get("seconds").number(),
	}
}

func target(v view) *Target {
	if v.value == nil {
		return nil
	}
	t := &Target{Position: v.position(), Host: v.get("host").string(), Path: v.get("path").string()}
	if port := v.get("port").value; port != nil {
		t.Port = fmt.Sprint(port)
	}
	return t
}

func stringMap(v view) map[string]string {
	values, _ := v.value.(map[string]any)
	strings := make(map[string]string, len(values))
	for key, value := range values {
		if s, ok := value.(string); ok {
			strings[key] = s
		}
	}
	return strings
}
