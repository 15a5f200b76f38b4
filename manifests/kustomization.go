package manifests

import (
	"path"
	"regexp"
	"slices"
	"strings"

	yamltree "go.yaml.in/yaml/v3"
)

// A Kustomization is what a kustomization.yaml changes of the manifests that it takes together, as far as it matters here.
type Kustomization struct {
	Images []Renamed

	patch string // its text, if that tells how a pod is stopped
}

// A Renamed image has another name where it is deployed than in the manifests.
type Renamed struct {
	Name    string
	NewName string
}

// IsKustomization reports whether kustomize reads a file of that name.
func IsKustomization(name string) bool {
	return slices.Contains([]string{"kustomization.yaml", "kustomization.yml"}, path.Base(name))
}

var stopField = regexp.MustCompile(`\b(preStop|stopSignal|terminationGracePeriodSeconds)\b`)

// ParseKustomization passes over what it cannot read, which is not for gracelint to judge.
func ParseKustomization(src []byte) Kustomization {
	var file struct {
		Images []struct {
			Name    string
			NewName string `yaml:"newName"`
		}
	}
	var k Kustomization
	if yamltree.Unmarshal(src, &file) != nil {
		return k
	}
	for _, image := range file.Images {
		if image.Name != "" && image.NewName != "" {
			k.Images = append(k.Images, Renamed{image.Name, image.NewName})
		}
	}
	if stopField.Match(src) {
		k.patch = string(src)
	}
	return k
}

// MayPatch reports whether a patch that is written into the kustomization may change how the pod is stopped. Its target may
// be given by name, or by kind for many at once.
func (k *Kustomization) MayPatch(p *Pod) bool {
	return k.patch != "" && (strings.Contains(k.patch, p.Name) || strings.Contains(k.patch, p.Kind))
}
