package dockerfile

import (
	"bytes"
	"cmp"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// An ImageBuild is how a compose file or a skaffold.yaml builds an image. Names of files are relative to where that
// file's own name is, with slashes.
type ImageBuild struct {
	Dockerfile string
	Context    string
	Target     string // a stage; empty: the last
	Image      string // the name that the image gets; empty if that is not known
}

var (
	composeName  = regexp.MustCompile(`^(docker-)?compose([.-].+)?\.ya?ml$`)
	skaffoldName = regexp.MustCompile(`^skaffold([.-].+)?\.ya?ml$`)
)

// IsCompose reports whether a file of that name is a compose file.
func IsCompose(name string) bool { return composeName.MatchString(path.Base(name)) }

// IsSkaffold reports whether a file of that name is one that skaffold reads.
func IsSkaffold(name string) bool { return skaffoldName.MatchString(path.Base(name)) }

// ImageBuilds returns what a compose file or a skaffold.yaml says of Dockerfiles. It passes over what it cannot read,
// which is not for gracelint to judge, and what is not known before a variable is set.
func ImageBuilds(name string, src []byte) []ImageBuild {
	switch {
	case IsCompose(name):
		return composeBuilds(name, src)
	case IsSkaffold(name):
		return skaffoldBuilds(name, src)
	}
	return nil
}

func composeBuilds(name string, src []byte) []ImageBuild {
	var file struct {
		Services map[string]struct {
			Build, Image yaml.Node
		}
	}
	if yaml.Unmarshal(src, &file) != nil {
		return nil
	}
	var builds []ImageBuild
	for _, key := range slices.Sorted(maps.Keys(file.Services)) {
		service := file.Services[key]
		build := ImageBuild{Context: ".", Dockerfile: "Dockerfile"}
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
		build.Image = service.Image.Value
		builds = build.appendTo(builds, name)
	}
	return builds
}

// skaffoldBuilds reads the artifacts of all documents and profiles, but for those that no Dockerfile builds.
func skaffoldBuilds(name string, src []byte) []ImageBuild {
	type build struct {
		Artifacts []struct {
			Image, Context                             string
			Docker                                     struct{ Dockerfile, Target string }
			Ko, Bazel, Jib, Buildpacks, Custom, Kaniko *yaml.Node
		}
	}
	var builds []ImageBuild
	for documents := yaml.NewDecoder(bytes.NewReader(src)); ; {
		var config struct {
			Build    build
			Profiles []struct{ Build build }
		}
		if documents.Decode(&config) != nil {
			return builds
		}
		all := config.Build.Artifacts
		for _, profile := range config.Profiles {
			all = append(all, profile.Build.Artifacts...)
		}
		for _, a := range all {
			if cmp.Or(a.Ko, a.Bazel, a.Jib, a.Buildpacks, a.Custom, a.Kaniko) == nil {
				b := ImageBuild{cmp.Or(a.Docker.Dockerfile, "Dockerfile"), cmp.Or(a.Context, "."), a.Docker.Target, a.Image}
				builds = b.appendTo(builds, name)
			}
		}
	}
}

// appendTo appends the build of the file of that name, if all of it is known.
func (b ImageBuild) appendTo(builds []ImageBuild, name string) []ImageBuild {
	context, file, target := expand(b.Context, nil), expand(b.Dockerfile, nil), expand(b.Target, nil)
	if strings.ContainsAny(context+file+target, "$:{") || path.IsAbs(context) || path.IsAbs(file) {
		return builds
	}
	image, _, _ := strings.Cut(expand(b.Image, nil), ":${") // the tag does not matter
	if strings.ContainsAny(image, "${") {
		image = ""
	}
	context = path.Join(path.Dir(name), context)
	return append(builds, ImageBuild{path.Join(context, file), context, target, image})
}
