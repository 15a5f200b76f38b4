package timeline

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
)

// built is an image of which it is known what program it is built of.
type built struct {
	Image
	program *lifecycle.Program
}

// A holder is a container that runs until its pod is stopped.
type holder struct {
	file      *manifests.File
	pod       *manifests.Pod
	container *manifests.Container
}

// Join tells what belongs together, in the order of the manifests, and what stays apart.
//
// A program and an image belong together when the Dockerfile builds the program's package. A container is started from
// an image when its image is called as the program is and no other program's is, or when there is one image here and
// one in the manifests. ko:// names the program itself.
func Join(a Artifacts) ([]Service, []Apart) {
	images := a.images()
	holders := a.holders()
	var services []Service
	var apart []Apart
	joined := map[*lifecycle.Program]bool{}
	for _, h := range holders {
		image, missing := a.imageOf(h, images, holders)
		if missing != "" {
			apart = append(apart, Apart{
				What:    fmt.Sprintf("container %s of %s", h.container.Name, h.pod),
				At:      at(h.file.Path, h.container.Line),
				Missing: missing,
			})
			continue
		}
		joined[image.program] = true
		services = append(services, Service{
			Program: image.program, Image: image.Image,
			Manifest: h.file, Pod: h.pod, Container: h.container, Routes: a.routes(h), Patched: a.patched(h),
		})
	}
	for i := range a.Programs {
		if p := &a.Programs[i]; !joined[p] {
			apart = append(apart, Apart{What: "program " + p.Path, At: p.Dir, Missing: missingFor(p, images)})
		}
	}
	return services, apart
}

func missingFor(p *lifecycle.Program, images []built) string {
	for _, image := range images {
		if image.program == p {
			return "no container is known to run the image of " + image.File.Path
		}
	}
	return "no Dockerfile is known to build it"
}

// images returns the images that are built of the programs.
func (a *Artifacts) images() []built {
	var images []built
	for _, file := range a.Dockerfiles {
		for _, i := range file.Built {
			stage := &file.Stages[i]
			for j := range a.Programs {
				if p := &a.Programs[j]; stage.Package != "" && stage.Package == p.Dir {
					images = append(images, built{Image{file, stage}, p})
				}
			}
		}
	}
	return images
}

func (a *Artifacts) holders() []holder {
	var holders []holder
	for _, file := range a.Manifests {
		for i := range file.Pods {
			pod := &file.Pods[i]
			if pod.Job || pod.OS == "windows" {
				continue
			}
			for j := range pod.Containers {
				if c := &pod.Containers[j]; c.Image.Value != "" { // else it is a patch of another
					holders = append(holders, holder{file, pod, c})
				}
			}
		}
	}
	return holders
}

// imageOf returns the image that the container is started from, or says what is missing to know it.
func (a *Artifacts) imageOf(h holder, images []built, holders []holder) (image built, missing string) {
	ref := h.container.Image.Value
	if importPath, ok := strings.CutPrefix(ref, "ko://"); ok {
		for i := range a.Programs {
			if a.Programs[i].Path == importPath {
				image.program = &a.Programs[i]
				return image, replaced(h, Image{})
			}
		}
		return image, "no program here that starts a server has the import path of " + ref
	}
	var named []built
	for _, image := range images {
		if name(image.program) == path.Base(repository(ref)) {
			named = append(named, image)
		}
	}
	if len(named) == 0 && len(images) == 1 && !slices.ContainsFunc(holders, func(other holder) bool {
		return repository(other.container.Image.Value) != repository(ref)
	}) {
		named = images
	}
	switch len(named) {
	case 0:
		return image, fmt.Sprintf("image %s is not known to be built here of a program that starts a server", ref)
	case 1:
		return named[0], replaced(h, named[0].Image)
	}
	return image, fmt.Sprintf("image %s may be built of %s or of %s", ref, named[0].File.Path, named[1].File.Path)
}

// replaced says that the container starts something else than the image's program, as far as it is known.
func replaced(h holder, i Image) string {
	command := commandOf(h.container, i.Stage)
	if command == nil || i.Stage != nil && path.Base(command[0].Value) == path.Base(i.Stage.PID1.App) {
		return ""
	}
	return fmt.Sprintf("it starts %s, and it is not known what that runs", command[0].Value)
}

// commandOf returns the command line that a container starts instead of what the image says, or nil. Arguments replace
// the image's CMD, which matters when that names the program.
func commandOf(c *manifests.Container, stage *dockerfile.Stage) []manifests.Text {
	if len(c.Command) > 0 {
		return c.Command
	}
	names := func(word dockerfile.Word) bool { return strings.Contains(word.Text, path.Base(stage.PID1.App)) }
	if len(c.Args) > 0 && stage != nil && (stage.Entrypoint == nil || !slices.ContainsFunc(stage.Entrypoint.Words, names)) {
		return c.Args
	}
	return nil
}

// routes returns the Services that send requests to the container's pod. A repository may say the same of a Service in
// several places, as in the overlays of kustomize: the nearest to the pod counts.
func (a *Artifacts) routes(h holder) []Route {
	var routes []Route
	for _, file := range a.Manifests {
		for i := range file.Services {
			s := &file.Services[i]
			if s.External || !s.Selects(h.pod) {
				continue
			}
			same := slices.IndexFunc(routes, func(r Route) bool { return r.Service.Name == s.Name && r.Service.Namespace == s.Namespace })
			switch {
			case same < 0:
				routes = append(routes, Route{s, file.Path})
			case h.distance(file.Path) < h.distance(routes[same].Path):
				routes[same] = Route{s, file.Path}
			}
		}
	}
	return routes
}

// patched reports whether a patch, as kustomize applies them, says something of the stop of the container's pod.
func (a *Artifacts) patched(h holder) bool {
	return slices.ContainsFunc(a.Manifests, func(file *manifests.File) bool {
		return slices.ContainsFunc(file.Pods, func(p manifests.Pod) bool {
			return p.Partial && p.Kind == h.pod.Kind && p.Name == h.pod.Name && (p.Grace != nil || slices.ContainsFunc(p.Containers, func(c manifests.Container) bool {
				return c.Name == h.container.Name && (c.PreStop != nil || c.StopSignal.Line > 0)
			}))
		})
	})
}

// distance tells how far a file is from the container's: 0 is the same, 1 one in the same folder.
func (h holder) distance(file string) int {
	switch {
	case file == h.file.Path:
		return 0
	case path.Dir(file) == path.Dir(h.file.Path):
		return 1
	}
	return 2
}
