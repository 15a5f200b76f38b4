package dockerfile

import (
	"path"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A ComposeBuild is what a service of a compose file is built of. Names are relative to where the compose file's own
// name is, with slashes.
type ComposeBuild struct {
	Dockerfile string
	Context    string
	Target     string // a stage; empty: the last
}

var composeName = regexp.MustCompile(`^(docker-)?compose([.-].+)?\.ya?ml$`)

// IsCompose reports whether a file of that name is a compose file.
func IsCompose(name string) bool { return composeName.MatchString(path.Base(name)) }

// ComposeBuilds returns what the compose file says of Dockerfiles. It passes over what it cannot read, which is not for
// gracelint to judge, and what is not known before a variable is set.
func ComposeBuilds(name string, src []byte) []ComposeBuild {
	var file struct {
		Services map[string]struct{ Build yaml.Node }
	}
	if yaml.Unmarshal(src, &file) != nil {
		return nil
	}
	var builds []ComposeBuild
	for _, service := range file.Services {
		build := struct{ Context, Dockerfile, Target string }{Context: ".", Dockerfile: "Dockerfile"}
		switch service.Build.Kind {
		case yaml.ScalarNode:
			build.Context = service.Build.Value
		case yaml.MappingNode:
			if service.Build.Decode(&build) != nil {
				continue
			}
		default:
			continue
		}
		context := expand(build.Context, nil)
		file := expand(build.Dockerfile, nil)
		target := expand(build.Target, nil)
		if strings.ContainsAny(context+file+target, "$:") || path.IsAbs(context) || path.IsAbs(file) {
			continue
		}
		context = path.Join(path.Dir(name), context)
		builds = append(builds, ComposeBuild{path.Join(context, file), context, target})
	}
	return builds
}
