// Package config reads .gracelint.yaml, in which a repository tells what gracelint cannot find out by itself.
package config

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"go.yaml.in/yaml/v3"
)

// Name is what the file is called.
const Name = ".gracelint.yaml"

// A Service says what belongs together. Its paths are clean, and relative to the folder of the file.
type Service struct {
	Line       int // in the file
	Main       string
	Dockerfile string   // empty: not named
	Manifests  []string // files, and folders that hold them
	Container  string
}

// Find returns the path of the file that is nearest: in dir, or in a folder above it up to top. Both are absolute. It
// returns nothing when there is none. What it returns may be something else than a file.
func Find(dir, top string) string {
	for {
		file := filepath.Join(dir, Name)
		if _, err := os.Lstat(file); err == nil {
			return file
		}
		if up := filepath.Dir(dir); dir == top || up == dir {
			return ""
		} else {
			dir = up
		}
	}
}

// Services reads the services. Each notice says what is wrong with one of them, which is left out; has reports whether
// there is a file or a folder of that path.
func Services(src []byte, has func(path string) bool) ([]Service, []gracelint.Notice) {
	r := reader{has: has}
	var document yaml.Node
	if err := yaml.Unmarshal(src, &document); err != nil {
		r.wrong(0, "this is not YAML (%s): mend it, or delete the file", strings.TrimPrefix(err.Error(), "yaml: "))
		return nil, r.notices
	}
	var services []Service
	for _, root := range document.Content {
		r.fields(root, "the file", map[string]func(*yaml.Node){"services": func(list *yaml.Node) {
			if list.Kind != yaml.SequenceNode {
				r.wrong(list.Line, "services is a list: write `- main: …` below it")
				return
			}
			for _, item := range list.Content {
				if s, ok := r.service(item); ok {
					services = append(services, s)
				}
			}
		}})
	}
	return services, r.notices
}

type reader struct {
	has     func(path string) bool
	notices []gracelint.Notice
}

func (r *reader) wrong(line int, format string, args ...any) {
	r.notices = append(r.notices, gracelint.Notice{Kind: gracelint.Failed, Line: line, Message: fmt.Sprintf(format, args...)})
}

// fields reads a mapping by what its keys are for.
func (r *reader) fields(n *yaml.Node, what string, read map[string]func(*yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.wrong(n.Line, "%s is not a mapping: write `key: value` lines", what)
		return
	}
	var known []string
	for key := range read {
		known = append(known, key)
	}
	slices.Sort(known)
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case read[key.Value] == nil:
			r.wrong(key.Line, "%s has no key %q: there is %s", what, key.Value, strings.Join(known, ", "))
		case seen[key.Value]:
			r.wrong(key.Line, "%s has the key %q twice: take one out", what, key.Value)
		default:
			seen[key.Value] = true
			read[key.Value](n.Content[i+1])
		}
	}
}

func (r *reader) service(n *yaml.Node) (Service, bool) {
	s := Service{Line: n.Line}
	before := len(r.notices)
	r.fields(n, "a service", map[string]func(*yaml.Node){
		"main":       func(v *yaml.Node) { s.Main = r.path(v, "main") },
		"dockerfile": func(v *yaml.Node) { s.Dockerfile = r.path(v, "dockerfile") },
		"container":  func(v *yaml.Node) { s.Container = r.text(v, "container") },
		"manifests": func(v *yaml.Node) {
			if v.Kind != yaml.SequenceNode {
				r.wrong(v.Line, "manifests is a list of paths: write `manifests: [deploy/web.yaml]`")
			}
			for _, item := range v.Content {
				s.Manifests = append(s.Manifests, r.path(item, "manifests"))
			}
		},
	})
	switch {
	case len(r.notices) > before:
	case s.Main == "":
		r.wrong(n.Line, "a service without main: name the folder of its main package")
	case s.Dockerfile == "" && s.Manifests == nil:
		r.wrong(n.Line, "a service that names neither dockerfile nor manifests joins nothing: name one of them")
	}
	return s, len(r.notices) == before
}

func (r *reader) text(v *yaml.Node, key string) string {
	if v.Kind != yaml.ScalarNode || v.Value == "" {
		r.wrong(v.Line, "%s is one text: write `%s: …`", key, key)
		return ""
	}
	return v.Value
}

func (r *reader) path(v *yaml.Node, key string) string {
	name := r.text(v, key)
	if name == "" {
		return ""
	}
	clean := path.Clean(name)
	if !filepath.IsLocal(clean) {
		r.wrong(v.Line, "%s: %s does not lie below the folder of this file: write a path from here", key, name)
	} else if !r.has(clean) {
		r.wrong(v.Line, "%s: there is no %s: correct the path, which begins at the folder of this file", key, name)
	}
	return clean
}
