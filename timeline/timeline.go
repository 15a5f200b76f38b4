// Package timeline reads Go code, Dockerfiles and manifests together: what happens, second by second, when Kubernetes
// stops a pod?
//
// [Join] tells which program runs in which image, and that in which container; what it does not know for certain stays
// apart. [Service.Stop] computes the stop of one container, [Text] and [HTML] draw it, and [Check] says what is wrong
// with it. All of them are functions of the models that the packages lifecycle, dockerfile and manifests make; nothing
// here reads a file.
package timeline

import (
	"fmt"
	"path"
	"strings"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
)

// Artifacts are what a repository says of its services.
type Artifacts struct {
	Programs    []lifecycle.Program // those that start servers or workers, with their folders
	Dockerfiles []*dockerfile.File
	Manifests   []*manifests.File
	Kustomize   []manifests.Kustomization
	Tags        []Tag   // of compose files and skaffold
	Named       []Named // by the configuration

	index *index // see newIndex
}

// A Tag is the name under which an image is built.
type Tag struct {
	Image  string
	File   *dockerfile.File
	Target string // the name of its stage; empty: the last
}

// A Named service is one that the configuration names, since nothing else says what belongs together.
type Named struct {
	Program   *lifecycle.Program
	Image     Image    // zero when no Dockerfile is named
	Manifests []string // the paths of files, and of folders that hold them
	Container string   // its name; empty: the only one
	At        string   // path:line in the configuration
}

// A Service is a container of a pod, with the image that it is started from and the program that runs in it.
type Service struct {
	Program   *lifecycle.Program
	Image     Image
	Manifest  *manifests.File
	Pod       *manifests.Pod
	Container *manifests.Container
	Routes    []Route // the Services that send it requests
	Patched   bool    // a patch elsewhere may change how its pod is stopped
}

// An Image is a stage of a Dockerfile that is built; the zero Image is one that ko makes, which starts the program alone.
type Image struct {
	File  *dockerfile.File
	Stage *dockerfile.Stage
}

// A Route is a Service of Kubernetes, and where it stands.
type Route struct {
	Service *manifests.Service
	File    *manifests.File
}

// Apart is what belongs to no service as far as it is known, and what is missing.
type Apart struct {
	What    string `json:"what"` // a program and its import path, or an image and how many containers are started from it
	At      string `json:"at"`   // path:line of the first container; the program's folder
	Missing string `json:"missing"`
}

// name returns what people call the program: the last element of its import path that is no version.
func name(p *lifecycle.Program) string {
	dir, base := path.Split(p.Path)
	if len(base) > 1 && base[0] == 'v' && strings.Trim(base[1:], "0123456789") == "" && dir != "" {
		base = path.Base(dir)
	}
	return base
}

// repository returns the image's name without tag, digest and surroundings, such as "registry.example.com/shop/web".
func repository(image string) string {
	image, _, _ = strings.Cut(image, "@")
	if slash := strings.LastIndexByte(image, '/'); strings.LastIndexByte(image, ':') > slash {
		image = image[:strings.LastIndexByte(image, ':')]
	}
	return image
}

func at(path string, line int) string { return fmt.Sprintf("%s:%d", path, line) }

// At returns the path:line of the container.
func (s *Service) At() string { return at(s.Manifest.Path, s.Container.Line) }

// At returns the path:line where the image's command is set, or else where its stage begins; empty for one that ko makes.
func (i Image) At() string {
	switch {
	case i.File == nil:
		return ""
	case i.Stage.Entrypoint != nil:
		return at(i.File.Path, i.Stage.Entrypoint.Line)
	case i.Stage.Cmd != nil:
		return at(i.File.Path, i.Stage.Cmd.Line)
	}
	return at(i.File.Path, i.Stage.From.Line)
}
