package manifests

import (
	"slices"

	"github.com/gracelint/gracelint"
)

// service adds the Service that v describes.
func (d *document) service(v view, o Object) {
	spec := v.get("spec")
	s := Service{
		Object:   o,
		Position: v.get("kind").position(),
		Selector: stringMap(spec.get("selector")),
		Headless: spec.get("clusterIP").string() == "None",
		External: spec.get("type").string() == "ExternalName",
	}
	for _, port := range spec.get("ports").items() {
		target := port.get("targetPort").number()
		if target == nil {
			target = port.get("port").number()
		}
		if target != nil {
			s.Ports = append(s.Ports, *target)
		}
	}
	if publish := spec.get("publishNotReadyAddresses"); publish.isTrue() {
		at := publish.position()
		s.PublishUnready = &at
	}
	d.file.Services = append(d.file.Services, s)
}

// Join tells each Service which pods of the files it sends requests to, as long as the pairs to compare are not too many.
func Join(files []*File) {
	labelled := map[[2]string][]*Pod{}
	for _, f := range files {
		for i := range f.Pods {
			for key, value := range f.Pods[i].Labels {
				labelled[[2]string{key, value}] = append(labelled[[2]string{key, value}], &f.Pods[i])
			}
		}
	}
	pairs := 0
	for _, f := range files {
		for i := range f.Services {
			s := &f.Services[i]
			candidates := s.candidates(labelled)
			if pairs += len(candidates); pairs > gracelint.MaxPairs {
				return
			}
			seen := map[Object]bool{}
			for _, pod := range candidates {
				if s.Selects(pod) && !seen[pod.Object] {
					seen[pod.Object] = true
					s.Selected = append(s.Selected, pod.Object)
				}
			}
		}
	}
}

// candidates returns the pods that have the rarest of the labels which the Service asks for.
func (s *Service) candidates(labelled map[[2]string][]*Pod) []*Pod {
	var rarest []*Pod
	first := true
	for key, value := range s.Selector {
		if pods := labelled[[2]string{key, value}]; first || len(pods) < len(rarest) {
			rarest, first = pods, false
		}
	}
	return rarest
}

// webhooks adds those webhooks of the configuration that are asked before a pod is deleted.
func (d *document) webhooks(v view, o Object) {
	for _, hook := range v.get("webhooks").items() {
		w := Webhook{
			Object:  o,
			Name:    hook.get("name").string(),
			Fails:   hook.get("failurePolicy").string() != "Ignore",
			Exempts: selects(hook.get("namespaceSelector")) || selects(hook.get("objectSelector")),
		}
		for _, rule := range hook.get("rules").items() {
			if _, ok := oneOf(rule.get("apiGroups"), "", "*"); !ok {
				continue
			}
			operations, resources := rule.get("operations"), rule.get("resources")
			_, pods := oneOf(resources, "pods", "*", "*/*")
			if operation, ok := oneOf(operations, "DELETE", "*"); ok && pods && w.Delete.Line == 0 {
				w.Delete = operation.text()
			}
			_, evictions := oneOf(resources, "pods/eviction", "pods/*", "*/eviction", "*/*")
			if _, ok := oneOf(operations, "CREATE", "*"); ok && evictions {
				w.Evictions = true
			}
		}
		if w.Delete.Line > 0 {
			d.file.Webhooks = append(d.file.Webhooks, w)
		}
	}
}

// selects reports whether a selector leaves anything out: an empty one does not.
func selects(selector view) bool {
	return selector.isMapping() && len(selector.node.Content) > 0
}

// oneOf returns the item that is one of the values.
func oneOf(list view, values ...string) (view, bool) {
	for _, item := range list.items() {
		if slices.Contains(values, item.string()) {
			return item, true
		}
	}
	return view{}, false
}
