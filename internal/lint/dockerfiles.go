package lint

import (
	"os"
	"path/filepath"

	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/internal/discover"
	"github.com/gracelint/gracelint/timeline"
)

// dockerfiles checks the Dockerfiles, with what compose files and skaffold say of them.
func (c *check) dockerfiles(found *discover.Found) {
	builds := map[string][]dockerfile.ImageBuild{}
	for _, name := range found.Manifests {
		if dockerfile.IsCompose(name) || dockerfile.IsSkaffold(name) {
			src := c.readConfig(name)
			c.attempt(c.reading, name, func() (done func()) {
				found := dockerfile.ImageBuilds(name, src)
				return func() {
					for _, build := range found {
						builds[absolute(build.Dockerfile)] = append(builds[absolute(build.Dockerfile)], build)
					}
				}
			})
		}
	}
	roots := map[string]*os.Root{}
	defer func() {
		for _, root := range roots {
			root.Close()
		}
	}()
	for _, name := range found.Dockerfiles {
		c.dockerfile(name, builds[absolute(name)], roots)
	}
}

func (c *check) dockerfile(name string, composed []dockerfile.ImageBuild, roots map[string]*os.Root) {
	src, ok := c.read(name)
	if !ok {
		return
	}
	build := buildOf(name, composed, roots)
	c.attempt(c.reading, name, func() (done func()) {
		file, notices := dockerfile.Parse(name, src, build)
		return func() {
			c.report.Notices = append(c.report.Notices, notices...)
			if file != nil {
				c.image(file, composed)
			}
		}
	})
}

// image checks what is built of a Dockerfile.
func (c *check) image(file *dockerfile.File, composed []dockerfile.ImageBuild) {
	c.report.Checked.Dockerfiles++
	c.images = append(c.images, file)
	for _, build := range composed {
		if build.Image != "" {
			c.tags = append(c.tags, timeline.Tag{Image: build.Image, File: file, Target: build.Target})
		}
	}
	c.attempt(c.judging, file.Path, func() (done func()) {
		findings := dockerfile.Check(file)
		return func() {
			for _, found := range findings {
				if !c.found[found.Key()] {
					c.found[found.Key()] = true
					c.findings = append(c.findings, found) // a script is started by several images, and is wrong once
				}
			}
		}
	})
	for _, ignore := range file.Ignores {
		if at := (place{ignore.Path, ignore.Line}); !c.ignored[at] {
			c.ignored[at] = true
			c.ignores = append(c.ignores, ignore)
		}
	}
}

// buildOf returns what is known of the way in which images are built of the Dockerfile. Nothing is read outside of its
// repository: symbolic links that lead out of it are not followed.
func buildOf(name string, composed []dockerfile.ImageBuild, roots map[string]*os.Root) dockerfile.Build {
	repository := discover.Repository(name)
	if roots[repository] == nil {
		root, err := os.OpenRoot(repository)
		if err != nil {
			return dockerfile.Build{} // the Dockerfile is checked by itself
		}
		roots[repository] = root
	}
	build := dockerfile.Build{
		Files: roots[repository].FS(),
		Name: func(file string) string {
			return discover.Relative(discover.Resolve("."), filepath.Join(repository, file))
		},
		File: discover.Relative(repository, absolute(name)),
	}
	for _, one := range composed {
		if context := discover.Relative(repository, discover.Resolve(one.Context)); filepath.IsLocal(context) {
			build.Context = context
		}
		build.Targets = append(build.Targets, one.Target)
	}
	return build
}

// absolute returns the file's absolute name, with symbolic links resolved in its directory as in the repository's name.
func absolute(name string) string {
	return filepath.Join(discover.Resolve(filepath.Dir(name)), filepath.Base(name))
}
