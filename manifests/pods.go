package manifests

import (
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
	yamltree "go.yaml.in/yaml/v3"
	"mvdan.cc/sh/v3/syntax"
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

func objectOf(v view) (Object, bool) {
	o := Object{
		APIVersion: v.get("apiVersion").string(),
		Kind:       v.get("kind").string(),
		Name:       gracelint.Cut(v.get("metadata").get("name").string()),
		Namespace:  v.get("metadata").get("namespace").string(),
	}
	return o, o.APIVersion != "" && o.Kind != ""
}

// isPolicy reports whether the object speaks of pods that others write.
func (o Object) isPolicy() bool {
	group := o.group()
	return o.Kind == "CustomResourceDefinition" || strings.HasSuffix(group, "kyverno.io") || strings.HasSuffix(group, "gatekeeper.sh")
}

// collect adds what a value describes, at any depth. The owner is the innermost object around it: a document, an item
// of a List, a manifest within a manifest.
func (d *document) collect(v view, owner Object) {
	for _, item := range v.items() {
		d.collect(item, owner)
	}
	if !v.isMapping() {
		return
	}
	if o, ok := objectOf(v); ok {
		if o.isPolicy() {
			return
		}
		owner = o
		d.file.Objects = append(d.file.Objects, v.position().Line)
		d.object(v, owner)
		if o.Kind == "Pod" && isPod(v, owner) {
			d.pod(v, owner)
			return
		}
	}
	for name, field := range v.fields() {
		if key := name.node.Value; (key == "template" || strings.HasSuffix(key, "Template")) && isPod(field, owner) {
			d.pod(field, owner)
		} else {
			d.collect(field, owner)
		}
	}
}

// object adds what the object itself is.
func (d *document) object(v view, o Object) {
	switch {
	case o.Kind == "Service" && o.APIVersion == "v1":
		d.service(v, o)
	case o.group() == "admissionregistration.k8s.io":
		d.webhooks(v, o)
	}
	if isWorkload(o) {
		d.strays(level{v, ""}, o, o.Kind)
	}
}

// isPod reports whether the value has a pod's spec. Containers tell it in any kind; a patch may do without, but the grace
// period alone tells little in kinds unknown (a KubeVirt machine has one too).
func isPod(v view, owner Object) bool {
	spec := v.get("spec")
	return spec.get("containers").isSequence() ||
		asWritten[owner.group()] && spec.get("terminationGracePeriodSeconds").node != nil
}

// pod adds the pod that v describes.
func (d *document) pod(v view, owner Object) {
	spec := v.get("spec")
	p := Pod{
		Object:         owner,
		Labels:         stringMap(v.get("metadata").get("labels")),
		Job:            strings.HasSuffix(owner.Kind, "Job") || runsOnce(spec.get("restartPolicy").string()),
		Grace:          spec.get("terminationGracePeriodSeconds").number(),
		OS:             spec.get("os").get("name").string(),
		OneTree:        spec.get("shareProcessNamespace").isTrue() || spec.get("hostPID").isTrue(),
		HostNetwork:    spec.get("hostNetwork").isTrue(),
		Containers:     containers(spec.get("containers")),
		InitContainers: containers(spec.get("initContainers")),
	}
	p.Partial = isPartial(&p)
	if owner.group() == "serving.knative.dev" {
		knative(&p)
	}
	d.file.Pods = append(d.file.Pods, p)
	for _, c := range slices.Concat(p.Containers, p.InitContainers) {
		if c.PreStop != nil {
			d.hookLine(c.PreStop.Exec)
		}
	}
	if asWritten[owner.group()] && !isWorkload(owner) {
		d.strays(level{v, "template"}, owner, "PodTemplateSpec")
	}
}

// hookLine says of the line that a hook's shell is given when it is beyond what is read.
func (d *document) hookLine(command []Text) {
	at, _, ok := shell.Source(values(command))
	if !ok {
		return
	}
	if _, err := shell.Parse(command[at].Value, syntax.LangBash); shell.IsBeyond(err) {
		d.notice(gracelint.Failed, command[at].Start, "what this shell line does is not known: %v", err)
	}
}

// knative adds the hook that Knative Serving gives to each container of its own accord, and by which the container gets
// SIGTERM only when its last request is answered. Serving makes the grace period of timeoutSeconds, and allows neither
// in the manifest (pkg/reconciler/revision/resources/deploy.go).
func knative(p *Pod) {
	for i := range p.Containers {
		c := &p.Containers[i]
		c.PreStop = &Hook{Position: c.Position, HTTPGet: &Target{
			Position: c.Position, Path: "/wait-for-drain", Port: &Number{Position: c.Position, Value: 8022, Valid: true},
		}}
	}
}

// runsOnce reports whether the containers may end: what serves restarts always, which is the default.
func runsOnce(restartPolicy string) bool {
	return restartPolicy == "Never" || restartPolicy == "OnFailure"
}

// isPartial tells a patch by what the API server would miss in it.
func isPartial(p *Pod) bool {
	if !asWritten[p.group()] || p.group() == "apps" && len(p.Labels) == 0 || len(p.Containers) == 0 {
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
		container := Container{
			Position:   c.position(),
			Name:       gracelint.Cut(c.get("name").string()),
			Image:      c.get("image").text(),
			Command:    c.get("command").texts(),
			Args:       c.get("args").texts(),
			Sidecar:    c.get("restartPolicy").string() == "Always",
			PreStop:    hook(c.get("lifecycle").get("preStop")),
			StopSignal: c.get("lifecycle").get("stopSignal").text(),
			Liveness:   c.get("livenessProbe").get("terminationGracePeriodSeconds").number(),
			Readiness:  c.get("readinessProbe").get("terminationGracePeriodSeconds").number(),
			Startup:    c.get("startupProbe").get("terminationGracePeriodSeconds").number(),
		}
		for _, variable := range c.get("env").items() {
			container.Env = append(container.Env, variable.get("name").string())
		}
		for _, port := range c.get("ports").items() {
			container.Ports = append(container.Ports, Port{port.get("name").string(), port.get("containerPort").number()})
		}
		containers = append(containers, container)
	}
	return containers
}

func hook(v view) *Hook {
	if !v.isSet() {
		return nil
	}
	return &Hook{
		Position:  v.position(),
		Exec:      v.get("exec").get("command").texts(),
		HTTPGet:   target(v.entry("httpGet")),
		TCPSocket: target(v.entry("tcpSocket")),
		Sleep:     v.get("sleep").get("seconds").number(),
	}
}

func target(key, v view) *Target {
	if !v.isSet() {
		return nil
	}
	return &Target{Position: key.position(), Host: v.get("host").string(), Path: v.get("path").string(), Port: v.get("port").number()}
}

func stringMap(v view) map[string]string {
	strings := map[string]string{}
	for name, value := range v.fields() {
		strings[name.node.Value] = value.string()
	}
	return strings
}

var variable = regexp.MustCompile(`\$\{?[A-Za-z_]`)

// isSubstituted reports whether $NAME stands in a value of one line that is no command, which no shell is to see.
func isSubstituted(v view) bool {
	if v.node.Kind == yamltree.ScalarNode {
		return variable.MatchString(v.node.Value) && !strings.Contains(v.node.Value, "\n")
	}
	for _, item := range v.items() {
		if isSubstituted(item) {
			return true
		}
	}
	for name, field := range v.fields() {
		if key := name.node.Value; key != "command" && key != "args" && isSubstituted(field) {
			return true
		}
	}
	return false
}
