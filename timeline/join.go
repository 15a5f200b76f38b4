package timeline

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/manifests"
	"github.com/gracelint/gracelint/shell"
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

// Join tells what belongs together, in the order of the manifests, and what stays apart: an image in a line, however many
// containers are started from it.
//
// A program and an image belong together when the Dockerfile builds the program's package. A container is started from
// an image when a compose file or skaffold builds it under that name; when it is called as the program or its package is,
// no other is, and nothing speaks for its being somebody else's; or when there is one image here and one in the
// manifests, with a word of the program's import path in its name. ko:// names the program itself. What is left, the configuration may name.
func Join(a Artifacts) ([]Service, []Apart) {
	images := a.images()
	holders := a.holders()
	a.index = newIndex(&a, holders)
	var services []Service
	apart := aparts{}
	joined := map[*lifecycle.Program]bool{}
	for _, h := range holders {
		image, missing := a.imageOf(h, h.container.Image.Value, images, holders)
		if missing != "" {
			image, missing = a.renamed(h, images, holders, missing)
		}
		if missing != "" {
			image, missing = a.named(h, images, holders, missing)
		}
		if missing != "" {
			apart.add(h, missing)
			continue
		}
		joined[image.program] = true
		services = append(services, Service{
			Program: image.program, Image: image.Image,
			Manifest: h.file, Pod: h.pod, Container: h.container, Routes: a.routes(h), Patched: a.patched(h),
		})
	}
	list := apart.list()
	for i := range a.Programs {
		if p := &a.Programs[i]; !joined[p] {
			list = append(list, Apart{What: "program " + p.Path, At: p.Dir, Missing: missingFor(p, images)})
		}
	}
	return services, list
}

func missingFor(p *lifecycle.Program, images []built) string {
	for _, image := range images {
		if image.program == p {
			return "no container is known to run the image of " + image.File.Path
		}
	}
	return "no Dockerfile is known to build it"
}

// images returns the images that are built of the programs, or that the configuration says are.
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
	for _, n := range a.Named {
		if image := (built{n.Image, n.Program}); n.Image.File != nil && !slices.Contains(images, image) {
			images = append(images, image)
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

// renamed returns the image that the container is started from by a name that kustomize gives it, if that is the same in
// every kustomization.
func (a *Artifacts) renamed(h holder, images []built, holders []holder, missing string) (built, string) {
	var found []built
	for _, k := range a.Kustomize {
		for _, r := range k.Images {
			if r.Name != repository(h.container.Image.Value) {
				continue
			}
			image, missing := a.imageOf(h, r.NewName, images, holders)
			if missing != "" {
				return built{}, missing
			}
			found = append(found, image)
		}
	}
	if len(found) == 0 || slices.ContainsFunc(found, func(other built) bool { return other != found[0] }) {
		return built{}, missing
	}
	return found[0], ""
}

// imageOf returns the image that the container is started from by a name, or says what is missing to know it.
func (a *Artifacts) imageOf(h holder, ref string, images []built, holders []holder) (image built, missing string) {
	if importPath, ok := strings.CutPrefix(ref, "ko://"); ok {
		for i := range a.Programs {
			if a.Programs[i].Path == importPath {
				image.program = &a.Programs[i]
				return image, replaced(h, Image{})
			}
		}
		return image, "no program here that starts a server has this import path"
	}
	tagged, known := a.tagged(ref, images)
	if !known {
		for _, image := range images {
			if base := path.Base(repository(ref)); base == name(image.program) || base == path.Base(image.Stage.PID1.App) {
				tagged = append(tagged, image)
			}
		}
		if slices.ContainsFunc(tagged, built.isFinal) { // another stage may be for development
			tagged = slices.DeleteFunc(tagged, func(b built) bool { return !b.isFinal() })
		}
		if len(tagged) > 0 && a.isForeign(ref, tagged[0].program) {
			return image, "it is called as a program here is, and may be somebody else's"
		}
		if len(tagged) == 0 && len(images) == 1 && a.isAlone(ref, images[0].program) {
			tagged = images
		}
	}
	switch {
	case len(tagged) == 0:
		return image, "it is not known to be built here of a program that starts a server"
	case slices.ContainsFunc(tagged[1:], func(other built) bool { return !tagged[0].isLike(other) }):
		return image, fmt.Sprintf("it may be built of %s or of %s", tagged[0].File.Path, tagged[1].File.Path)
	}
	return tagged[0], replaced(h, tagged[0].Image)
}

// tagged returns the images that a compose file or skaffold builds under the name, or under the last part of it, since
// skaffold is told elsewhere what comes before. It reports false when none is.
func (a *Artifacts) tagged(ref string, images []built) (found []built, known bool) {
	for _, name := range []string{repository(ref), path.Base(repository(ref))} {
		for _, tag := range a.index.tags[name] {
			known = true
			for _, image := range images {
				isTarget := tag.Target == "" && image.isFinal() || strings.EqualFold(tag.Target, image.Stage.Name) && tag.Target != ""
				if image.File == tag.File && isTarget && !slices.Contains(found, image) {
					found = append(found, image)
				}
			}
		}
		if known {
			break
		}
	}
	return found, known
}

// common are names that programs of many people have.
var common = strings.Fields(`admin agent api app auth backend bot cli client collector controller core daemon dashboard exporter
	frontend gateway main manager node operator proxy registry router scheduler server service site ui web webhook worker`)

// public are the registries in which images of many people lie; the first is Docker's, which need not be named.
var public = strings.Fields("docker.io ghcr.io quay.io gcr.io public.ecr.aws registry.k8s.io mcr.microsoft.com cgr.dev registry.gitlab.com")

// isForeign reports whether an image that is called as a program is may be somebody else's. Unless what stands before its
// name has a word of the program's import path in it, it may be when there are images of that name from other places, too,
// or when the name is a common one in a public registry.
func (a *Artifacts) isForeign(ref string, p *lifecycle.Program) bool {
	place, base := path.Split(repository(ref))
	host, owner := splitHost(place)
	if owner == "" || isKin(owner, p) {
		return place == "" && shell.OfImage(ref) != shell.Unknown // registry, say, is everybody's
	}
	places := a.index.places[base]
	return slices.Contains(common, base) && slices.Contains(public, host) || len(places) > 1 || len(places) == 1 && !places[place]
}

// splitHost returns the registry of an image's name, or of the beginning of one, and what comes after it.
func splitHost(name string) (host, rest string) {
	first, rest, ok := strings.Cut(name, "/")
	if ok && strings.ContainsAny(first, ".:") || first == "localhost" {
		return first, rest
	}
	return public[0], name
}

// generic are words in names of images and packages that tell nothing of whose they are.
var generic = strings.Fields("build cmd com docker example github go golang image images internal io k8s net org pkg services src")

// isKin reports whether an image's name, or a part of it, and the program's import path have a word in common.
func isKin(name string, p *lifecycle.Program) bool {
	words := func(text string) []string {
		return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune("/-_.", r) })
	}
	own := words(p.Path)
	return slices.ContainsFunc(words(name), func(word string) bool {
		return slices.Contains(own, word) && !slices.Contains(generic, word) && !slices.Contains(common, word)
	})
}

// isAlone reports whether an image is the only one in the manifests, and not rather somebody else's all the same: the
// repository's own may come of a chart that is not read.
func (a *Artifacts) isAlone(ref string, p *lifecycle.Program) bool {
	_, rest := splitHost(repository(ref))
	if !isKin(rest, p) || !strings.Contains(rest, "/") && shell.OfImage(ref) != shell.Unknown { // so is redis
		return false
	}
	return len(a.index.repositories) == 1 && a.index.repositories[repository(ref)]
}

// isFinal reports whether the image is made of the last stage, as without a target.
func (b built) isFinal() bool { return b.Stage == &b.File.Stages[len(b.File.Stages)-1] }

// isLike reports whether it makes no difference to a stop which of the two images a container is started from.
func (b built) isLike(other built) bool {
	texts := func(c *dockerfile.Command) []string {
		var texts []string
		for i := 0; c != nil && i < len(c.Words); i++ {
			texts = append(texts, c.Words[i].Text)
		}
		return texts
	}
	x, y := b.Stage, other.Stage
	return b.program == other.program && x.Sh == y.Sh && x.Image == y.Image && x.PID1.Outcome == y.PID1.Outcome &&
		(x.StopSignal == nil) == (y.StopSignal == nil) && (x.StopSignal == nil || x.StopSignal.Name == y.StopSignal.Name) &&
		slices.Equal(texts(x.Entrypoint), texts(y.Entrypoint)) && slices.Equal(texts(x.Cmd), texts(y.Cmd))
}

// named returns the image and the program that the configuration names for the container, or what is missing.
func (a *Artifacts) named(h holder, images []built, holders []holder, missing string) (built, string) {
	for _, n := range a.Named {
		if !n.covers(h.file.Path) || n.Container != "" && n.Container != h.container.Name {
			continue
		}
		// Without the container's name, there has to be one image in these manifests.
		if n.Container == "" && slices.ContainsFunc(holders, func(other holder) bool {
			return n.covers(other.file.Path) && repository(other.container.Image.Value) != repository(h.container.Image.Value)
		}) {
			missing += fmt.Sprintf("; the service of %s has several images in its manifests: name the container in %s", n.Program.Path, n.At)
			continue
		}
		of := slices.IndexFunc(images, func(i built) bool { return i.program == n.Program && (n.Image.File == nil || i.Image == n.Image) })
		if of < 0 || n.Image.File == nil && slices.ContainsFunc(images[of+1:], func(i built) bool { return i.program == n.Program }) {
			missing += fmt.Sprintf("; name the Dockerfile of the service in %s, too", n.At)
			continue
		}
		return images[of], ""
	}
	return built{}, missing
}

// covers reports whether the file is one of the service's manifests, or lies in a folder of them.
func (n *Named) covers(file string) bool {
	return slices.ContainsFunc(n.Manifests, func(name string) bool {
		return name == "." || file == name || strings.HasPrefix(file, name+"/")
	})
}

// aparts collects containers that stay apart, by their image and what is missing.
type aparts struct {
	order  []apartKey
	places map[apartKey][]string
}

type apartKey struct{ image, missing string }

func (a *aparts) add(h holder, missing string) {
	key := apartKey{repository(h.container.Image.Value), missing}
	if a.places == nil {
		a.places = map[apartKey][]string{}
	}
	if a.places[key] == nil {
		a.order = append(a.order, key)
	}
	a.places[key] = append(a.places[key], at(h.file.Path, h.container.Line))
}

func (a *aparts) list() []Apart {
	var list []Apart
	for _, key := range a.order {
		what := "image " + key.image
		if n := len(a.places[key]); n > 1 {
			what += fmt.Sprintf(" in %d containers", n)
		}
		list = append(list, Apart{What: what, At: a.places[key][0], Missing: key.missing})
	}
	return list
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
	same := map[[2]string]int{}
	for _, route := range a.candidates(h.pod) {
		s := route.Service
		if s.External || !s.Selects(h.pod) {
			continue
		}
		key := [2]string{s.Namespace, s.Name}
		if at, ok := same[key]; !ok {
			same[key] = len(routes)
			routes = append(routes, route)
		} else if h.distance(route.File.Path) < h.distance(routes[at].File.Path) {
			routes[at] = route
		}
	}
	return routes
}

// candidates returns the Services that ask for one of the pod's labels first, in the order of the files; none when too
// many were asked before.
func (a *Artifacts) candidates(p *manifests.Pod) []Route {
	var found []int
	for key, value := range p.Labels {
		found = append(found, a.index.selecting[[2]string{key, value}]...)
	}
	if a.index.pairs += len(found); a.index.pairs > gracelint.MaxPairs {
		return nil
	}
	slices.Sort(found)
	routes := make([]Route, len(found))
	for i, at := range found {
		routes[i] = a.index.services[at]
	}
	return routes
}

// An index is what is asked of all manifests together, for each container.
type index struct {
	repositories map[string]bool            // of the containers' images
	places       map[string]map[string]bool // by the last part of an image's name, what stands before it
	tags         map[string][]Tag           // by the image's name
	services     []Route                    // in the order of the files
	selecting    map[[2]string][]int        // by the first label that a Service asks for
	patches      map[[2]string][]*manifests.Pod
	pairs        int // of a pod and a Service that were compared
}

func newIndex(a *Artifacts, holders []holder) *index {
	x := &index{
		repositories: map[string]bool{}, places: map[string]map[string]bool{}, tags: map[string][]Tag{},
		selecting: map[[2]string][]int{}, patches: map[[2]string][]*manifests.Pod{},
	}
	for _, h := range holders {
		name := repository(h.container.Image.Value)
		x.repositories[name] = true
		place, base := path.Split(name)
		if x.places[base] == nil {
			x.places[base] = map[string]bool{}
		}
		x.places[base][place] = true
	}
	for _, tag := range a.Tags {
		name := repository(tag.Image)
		x.tags[name] = append(x.tags[name], tag)
	}
	for _, file := range a.Manifests {
		for i := range file.Services {
			s := &file.Services[i]
			if len(s.Selector) == 0 {
				continue
			}
			key := slices.Min(slices.Collect(maps.Keys(s.Selector)))
			label := [2]string{key, s.Selector[key]}
			x.selecting[label] = append(x.selecting[label], len(x.services))
			x.services = append(x.services, Route{s, file})
		}
		for i := range file.Pods {
			if p := &file.Pods[i]; p.Partial {
				x.patches[[2]string{p.Kind, p.Name}] = append(x.patches[[2]string{p.Kind, p.Name}], p)
			}
		}
	}
	return x
}

// patched reports whether a patch, as kustomize applies them, says something of the stop of the container's pod.
func (a *Artifacts) patched(h holder) bool {
	return slices.ContainsFunc(a.Kustomize, func(k manifests.Kustomization) bool { return k.MayPatch(h.pod) }) ||
		slices.ContainsFunc(a.index.patches[[2]string{h.pod.Kind, h.pod.Name}], func(p *manifests.Pod) bool {
			return p.Grace != nil || slices.ContainsFunc(p.Containers, func(c manifests.Container) bool {
				return c.Name == h.container.Name && (c.PreStop != nil || c.StopSignal.Line > 0)
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
