package lint

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/internal/config"
	"github.com/gracelint/gracelint/internal/discover"
	"github.com/gracelint/gracelint/timeline"
)

// named returns the services that the configuration names, of those that were asked for.
func (c *check) named(modules []discover.GoModule) []timeline.Named {
	cwd := discover.Resolve(".")
	file := config.Find(cwd, discover.Resolve(discover.Repository(config.Name)))
	if file == "" {
		return nil
	}
	name := discover.Relative(cwd, file)
	if info, err := os.Lstat(file); err == nil && !info.Mode().IsRegular() {
		c.failed(name, "it is not read, since it is no regular file: make it one, and no symbolic link")
		return nil
	}
	src, ok := c.read(name)
	if !ok || !c.isConfig(name, src) {
		return nil
	}
	folder := filepath.Dir(file)
	root, err := os.OpenRoot(folder)
	if err != nil {
		c.failed(name, "its folder cannot be read: "+err.Error())
		return nil
	}
	defer root.Close()
	var services []config.Service
	c.attempt(c.judging, name, func() (done func()) {
		read, notices := config.Services(src, func(path string) bool {
			_, err := root.Stat(filepath.FromSlash(path))
			return err == nil
		})
		return func() {
			services = read
			for _, notice := range notices {
				notice.Path = name
				c.report.Notices = append(c.report.Notices, notice)
			}
		}
	})
	rel := func(path string) string { return discover.Relative(cwd, filepath.Join(folder, path)) }
	var named []timeline.Named
	for _, s := range services {
		n := timeline.Named{Container: s.Container, At: fmt.Sprintf("%s:%d", name, s.Line)}
		program := slices.IndexFunc(c.report.Programs, func(p lifecycle.Program) bool { return p.Dir == rel(s.Main) })
		if program < 0 {
			if slices.ContainsFunc(modules, func(m discover.GoModule) bool { return m.Wants(filepath.Join(folder, s.Main)) }) {
				c.report.Notices = append(c.report.Notices, gracelint.Notice{Kind: gracelint.Failed, Path: name, Line: s.Line,
					Message: fmt.Sprintf("no main package that starts a server is found in %s: name the folder of one, or take the service out", s.Main)})
			}
			continue
		}
		n.Program = &c.report.Programs[program]
		if s.Dockerfile != "" {
			image := slices.IndexFunc(c.images, func(f *dockerfile.File) bool { return f.Path == rel(s.Dockerfile) })
			if image < 0 {
				continue // it was not asked for, or what is wrong with it is said already
			}
			f := c.images[image]
			n.Image = timeline.Image{File: f, Stage: &f.Stages[len(f.Stages)-1]}
		}
		for _, manifest := range s.Manifests {
			n.Manifests = append(n.Manifests, rel(manifest))
		}
		named = append(named, n)
	}
	return named
}
