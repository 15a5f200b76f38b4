package lint

import (
	"context"
	"fmt"
	"regexp"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/internal/discover"
	"github.com/gracelint/gracelint/manifests"
)

// Stdin is what the standard input holds: manifests or a Dockerfile.
type Stdin struct {
	Name    string // under which findings speak of it
	Content []byte
}

// fromLine is the instruction with which every Dockerfile begins, but for ARG and comments.
var fromLine = regexp.MustCompile(`(?im)^FROM[ \t]`)

// isDockerfile tells what the standard input is when its name does not.
func (in *Stdin) isDockerfile() bool {
	return discover.IsDockerfile(in.Name) || !discover.IsManifest(in.Name) && fromLine.Match(in.Content)
}

// find lists what there is to check under args. The standard input is among it, by its name, if "-" is among them, and
// has no name otherwise.
func find(ctx context.Context, args []string, in *Stdin) (*discover.Found, error) {
	paths := slices.DeleteFunc(slices.Clone(args), func(arg string) bool { return arg == "-" })
	if len(paths) == len(args) {
		in.Name = ""
		return discover.Find(ctx, args)
	}
	found := &discover.Found{}
	if len(paths) > 0 {
		var err error
		if found, err = discover.Find(ctx, paths); err != nil {
			return nil, err
		}
	}
	list := &found.Manifests
	if in.isDockerfile() {
		list = &found.Dockerfiles
	}
	if !slices.Contains(*list, in.Name) {
		*list = append(*list, in.Name)
	}
	return found, nil
}

// manifests reads the manifests.
func (c *check) manifests(paths []string) {
	for _, path := range paths {
		c.manifest(path)
	}
	if len(c.templates) > 0 {
		c.report.Notices = append(c.report.Notices, templateNotice(c.templates))
	}
}

func (c *check) manifest(path string) {
	src, ok := c.read(path)
	if !ok {
		return
	}
	if manifests.IsKustomization(path) && c.isConfig(path, src) {
		c.attempt(c.reading, path, func() (done func()) {
			k := manifests.ParseKustomization(src)
			return func() { c.kustomize = append(c.kustomize, k) }
		})
	}
	c.attempt(c.reading, path, func() (done func()) {
		file, notices := manifests.Parse(path, src)
		return func() { c.parsed(path, src, file, notices) }
	})
}

// parsed takes what a manifest has been found to be.
func (c *check) parsed(path string, src []byte, file *manifests.File, notices []gracelint.Notice) {
	for _, notice := range notices {
		if notice.Kind == gracelint.Skipped {
			c.templates = append(c.templates, path)
		} else {
			c.report.Notices = append(c.report.Notices, notice)
		}
	}
	switch {
	case file != nil:
		c.report.Checked.Manifests++
		c.files = append(c.files, file)
	case path != c.stdin.Name:
		c.commands(path, src) // it may be what runs in CI
	case notices == nil:
		c.failed(path, "it holds neither a Kubernetes manifest nor a Dockerfile: see what the command before gracelint prints")
	}
}

func (c *check) script(path string) {
	if src, ok := c.read(path); ok {
		c.report.Checked.Scripts++
		c.commands(path, src)
	}
}

// commands checks the calls of kubectl.
func (c *check) commands(path string, src []byte) {
	c.attempt(c.reading, path, func() (done func()) {
		script, notices := manifests.ParseScript(path, src)
		var findings []gracelint.Finding
		var ignores []gracelint.Ignore
		if script != nil {
			findings, ignores = manifests.CheckScript(script), script.Ignores
		}
		return func() {
			c.report.Notices = append(c.report.Notices, notices...)
			c.findings = append(c.findings, findings...)
			c.ignores = append(c.ignores, ignores...)
		}
	})
}

// judgeManifests checks the manifests when all are read, since a Service and its pods may stand in several files.
func (c *check) judgeManifests() {
	files := c.files
	c.attempt(c.judging, "", func() (done func()) {
		manifests.Join(files)
		return func() {}
	})
	for _, file := range files {
		c.attempt(c.judging, file.Path, func() (done func()) {
			findings := manifests.Check(file)
			return func() {
				c.findings = append(c.findings, findings...)
				c.report.Notices = append(c.report.Notices, file.LeftOut()...)
			}
		})
		c.ignores = append(c.ignores, file.Ignores...)
	}
}

// templateNotice says of all templates how to check what comes of them.
func templateNotice(paths []string) gracelint.Notice {
	render := "pipe what it renders to into `gracelint -`"
	for _, path := range paths {
		if chart, ok := discover.Chart(path); ok {
			render = "check each chart as in `helm template " + chart + " | gracelint -`"
			break
		}
	}
	what := paths[0] + " is a template and skipped"
	if len(paths) > 1 {
		what = fmt.Sprintf("%d files such as %s are templates and skipped", len(paths), paths[0])
	}
	return gracelint.Notice{Kind: gracelint.Skipped, Message: what + ": " + render}
}
