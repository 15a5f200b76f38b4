package manifests

import (
	"bytes"
	"slices"
	"strings"

	"github.com/agext/levenshtein"
)

// homes are the fields that decide how a pod is stopped or replaced, each with the API's types that have it. The
// module in apicheck holds this table and the next against k8s.io/api.
var homes = map[string][]string{
	"terminationGracePeriodSeconds": {"PodSpec", "Probe"},
	"lifecycle":                     {"Container"},
	"preStop":                       {"Lifecycle"},
	"postStart":                     {"Lifecycle"},
	"stopSignal":                    {"Lifecycle"},
	"strategy":                      {"DeploymentSpec"},
	"updateStrategy":                {"StatefulSetSpec", "DaemonSetSpec"},
	"minReadySeconds":               {"DeploymentSpec", "StatefulSetSpec", "DaemonSetSpec", "ReplicaSetSpec", "ReplicationControllerSpec"},
	"publishNotReadyAddresses":      {"ServiceSpec"},
}

// types are the API's types in which [homes] are looked for, each with the fields that lead to another.
var types = map[string]map[string]string{
	"Deployment":                {"spec": "DeploymentSpec"},
	"StatefulSet":               {"spec": "StatefulSetSpec"},
	"DaemonSet":                 {"spec": "DaemonSetSpec"},
	"ReplicaSet":                {"spec": "ReplicaSetSpec"},
	"ReplicationController":     {"spec": "ReplicationControllerSpec"},
	"Job":                       {"spec": "JobSpec"},
	"CronJob":                   {"spec": "CronJobSpec"},
	"Pod":                       {"spec": "PodSpec"},
	"PodTemplate":               {"template": "PodTemplateSpec"},
	"Service":                   {"spec": "ServiceSpec"},
	"DeploymentSpec":            {"template": "PodTemplateSpec"},
	"StatefulSetSpec":           {"template": "PodTemplateSpec"},
	"DaemonSetSpec":             {"template": "PodTemplateSpec"},
	"ReplicaSetSpec":            {"template": "PodTemplateSpec"},
	"ReplicationControllerSpec": {"template": "PodTemplateSpec"},
	"JobSpec":                   {"template": "PodTemplateSpec"},
	"CronJobSpec":               {"jobTemplate": "JobTemplateSpec"},
	"JobTemplateSpec":           {"spec": "JobSpec"},
	"PodTemplateSpec":           {"spec": "PodSpec"},
	"PodSpec":                   {"containers": "Container", "initContainers": "Container"},
	"Container":                 {"lifecycle": "Lifecycle", "livenessProbe": "Probe", "readinessProbe": "Probe", "startupProbe": "Probe"},
	"Lifecycle":                 {"preStop": "LifecycleHandler", "postStart": "LifecycleHandler"},
	"LifecycleHandler":          {},
	"Probe":                     {},
	"ServiceSpec":               {},
}

// isWorkload reports whether the object is of one of the API's own kinds in [types].
func isWorkload(o Object) bool {
	switch o.group() {
	case "", "apps", "batch", "extensions":
		return types[o.Kind] != nil
	}
	return false
}

// A level is a mapping of a type of the API.
type level struct {
	view
	path string // such as "spec.template"
}

// A search goes through an object for the fields of [homes].
type search struct {
	levels map[string][]level // by type
	homes  map[string]home    // by field
	astray []stray
}

type stray struct {
	key   view
	in    string
	meant string
}

// strays adds the fields of [homes] that stand under a level of the type where the API has none of the name.
func (d *document) strays(root level, o Object, typeName string) {
	s := search{levels: map[string][]level{}, homes: map[string]home{}}
	s.walk(root, typeName)
	for _, found := range s.astray {
		at := found.key.position()
		stray := Stray{Object: o, Field: Text{Position: at, Value: found.key.node.Value}, In: found.in, Meant: found.meant}
		if found.meant == "" {
			stray.Homes, stray.Move = s.home(found.key)
		} else if at.End > 0 && !d.json {
			stray.Move = []Edit{{at.Start, at.End, found.meant}}
		}
		d.file.Strays = append(d.file.Strays, stray)
	}
}

func (s *search) walk(at level, typeName string) {
	for _, item := range at.items() {
		s.walk(level{item, at.path}, typeName)
	}
	if !at.isMapping() {
		return
	}
	s.levels[typeName] = append(s.levels[typeName], at)
	for key, value := range at.fields() {
		name := key.node.Value
		if next := types[typeName][name]; next != "" {
			s.walk(level{value, strings.TrimPrefix(at.path+"."+name, ".")}, next)
		} else if meant, ok := strayed(name, typeName); ok {
			s.astray = append(s.astray, stray{key, at.path, meant})
		}
	}
}

// A home is where an object could have a field.
type home struct {
	paths string
	only  *level // nil: there are several, or none
}

// home returns where the object could have the field, and the edits that bring it there when that is one place. A
// probe's grace period is never what is meant.
func (s *search) home(key view) (paths string, move []Edit) {
	name := key.node.Value
	h, ok := s.homes[name]
	if !ok {
		h = s.findHome(name)
		s.homes[name] = h
	}
	if h.only != nil && h.only.get(name).node == nil {
		move = key.doc.move(key, h.only.view)
	}
	return h.paths, move
}

func (s *search) findHome(name string) home {
	var h home
	var all []string
	found := 0
	for _, typeName := range homes[name] {
		if typeName == "Probe" {
			continue
		}
		for i := range s.levels[typeName] {
			l := &s.levels[typeName][i]
			if found++; !slices.Contains(all, l.path) {
				all = append(all, l.path)
			}
			h.only = l
		}
	}
	if found != 1 {
		h.only = nil
	}
	h.paths = strings.Join(all, " or ")
	return h
}

// strayed reports whether a field of the name has no place in the type, but one that decides how a pod is stopped is
// called that elsewhere, or nearly that here: meant is its name then.
func strayed(name, typeName string) (meant string, ok bool) {
	if at, known := homes[name]; known {
		return "", !slices.Contains(at, typeName)
	}
	for field, at := range homes {
		if slices.Contains(at, typeName) && isNearly(name, field) {
			return field, true
		}
	}
	return "", false
}

// isNearly reports whether the name is the field's but for case, or one letter, or two that have changed places.
func isNearly(name, field string) bool {
	switch {
	case strings.EqualFold(name, field):
		return true
	case max(len(name), len(field)) > min(len(name), len(field))+1:
		return false
	}
	switch levenshtein.Distance(name, field, nil) {
	case 1:
		return true
	case 2:
		sorted := func(s string) string {
			letters := []byte(s)
			slices.Sort(letters)
			return string(letters)
		}
		return len(name) == len(field) && sorted(name) == sorted(field)
	}
	return false
}

// move returns the edits that take a field and its value out and put them at the head of another mapping, as deep as
// that is. It returns none where that would take more than whole lines.
func (d *document) move(key, home view) []Edit {
	from, to := key.position(), home.position()
	if d.json || d.shared || to.Column == 1 {
		return nil
	}
	// The head's line may begin with the dash of a sequence; a flow mapping begins with a brace.
	if len(bytes.TrimLeft(d.before(from), " \t")) > 0 || len(bytes.TrimLeft(d.before(to), " -")) > 0 || d.src[to.Start] == '{' {
		return nil
	}
	indent := string(d.before(from))
	start := from.Start - len(indent)
	end := start
	for rest := d.src[start:]; len(rest) > 0; {
		next, after, _ := bytes.Cut(rest, []byte("\n"))
		isBlank := len(bytes.TrimSpace(next)) == 0 // it belongs to the value when more of that follows
		if end > start && !isBlank && !isDeeper(next, len(indent)) {
			break
		}
		if rest = after; !isBlank {
			end = len(d.src) - len(rest)
		}
	}
	entry := string(d.src[start:end])
	if !strings.HasSuffix(entry, "\n") {
		return nil
	}
	deep := strings.Repeat(" ", to.Column-1)
	var moved strings.Builder
	for text := range strings.Lines(entry) {
		if strings.TrimSpace(text) != "" {
			text = deep + strings.TrimPrefix(text, indent)
		}
		moved.WriteString(text)
	}
	// What is put before the mapping's first key goes after its indentation or dash, and leaves the same behind.
	return []Edit{{start, end, ""}, {to.Start, to.Start, strings.TrimPrefix(moved.String(), deep) + deep}}
}

// before returns what stands on the line before the place.
func (d *document) before(at Position) []byte {
	return d.src[d.lines.Start(at.Line):at.Start]
}

// isDeeper reports whether a line belongs to the value of a key with the indentation.
func isDeeper(line []byte, indent int) bool {
	trimmed := bytes.TrimLeft(line, " ")
	depth := len(line) - len(trimmed)
	return depth > indent && len(bytes.TrimSpace(trimmed)) > 0 || depth == indent && bytes.HasPrefix(trimmed, []byte("- "))
}
