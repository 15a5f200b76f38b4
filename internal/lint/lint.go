// Package lint is the one way through: it discovers what there is, has each part checked, and leaves the findings
// that were asked for, each fault once.
package lint

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/dockerfile"
	"github.com/gracelint/gracelint/internal/discover"
	"github.com/gracelint/gracelint/internal/govet"
	"github.com/gracelint/gracelint/internal/report"
	"github.com/gracelint/gracelint/manifests"
	"github.com/gracelint/gracelint/timeline"
)

// Options are what the command was asked for.
type Options struct {
	Tags     string       // build tags, separated by commas
	API      []string     // server types of the user's own, as [lifecycle.CheckAPI] takes them
	Select   Selection    // of rules
	Stdin    Stdin        // is checked when "-" is among the paths
	Places   bool         // whether the programs' places are wanted even where there is no manifest
	Progress func(string) // is told what is going on
}

// Run checks what lies under args (see [discover.Find]), and the standard input when "-" is among them. What cannot be
// checked is a notice of the report. An error is wrong usage, without a report, or that ctx has ended; the report is of
// what was found until then, and says so.
func Run(ctx context.Context, args []string, options Options) (*report.Report, error) {
	found, err := find(ctx, args, &options.Stdin)
	if err != nil {
		return nil, err
	}
	judging, stop := after(ctx)
	defer stop()
	c := &check{reading: ctx, judging: judging, report: &report.Report{Notices: found.Notices}, stdin: options.Stdin, found: map[gracelint.Key]bool{}, ignored: map[place]bool{}}
	c.dockerfiles(found)
	c.manifests(found.Manifests)
	for _, path := range found.Scripts {
		c.script(path)
	}
	c.judgeManifests()
	c.places = options.Places || len(c.files) > 0
	c.modules(found.Go, options)
	c.join(found.Go)
	if ctx.Err() == nil { // else what the comments silence may not have been found
		c.judgeIgnores()
	}
	c.refute()
	c.report.Findings = mergeFaults(options.Select.choose(c.findings))
	interruption := context.Cause(ctx)
	if interruption != nil {
		c.failed("", fmt.Sprintf("the run was interrupted (%v): this is what was found until then", interruption))
	}
	c.report.Sort()
	return c.report, interruption
}

// after returns a context that outlasts the run's by what it takes to judge what was read before an interruption. That
// has to end a run within a second.
func after(ctx context.Context) (context.Context, context.CancelFunc) {
	judging, cancel := context.WithCancel(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() { time.AfterFunc(700*time.Millisecond, cancel) })
	return judging, func() { stop(); cancel() }
}

// attempt has a part of the check done. One that panics is a notice: all else is told all the same. One that lasts longer
// than ctx is left to itself, so work must not touch what the check has found: what it returns does, once it is over.
func (c *check) attempt(ctx context.Context, path string, work func() (done func())) {
	if ctx.Err() != nil {
		return
	}
	type outcome struct {
		done  func()
		crash string
	}
	ended := make(chan outcome, 1)
	go func() {
		var o outcome
		o.crash = gracelint.Guard(func() { o.done = work() })
		ended <- o
	}()
	select {
	case o := <-ended:
		if o.crash != "" {
			c.failed(path, o.crash)
			return
		}
		o.done()
	case <-ctx.Done():
	}
}

// join finds out what belongs together, and what only shows then. Services point at programs, so those get their order
// first.
func (c *check) join(modules []discover.GoModule) {
	c.report.Sort()
	artifacts := timeline.Artifacts{
		Programs: c.report.Programs, Dockerfiles: c.images, Manifests: c.files, Kustomize: c.kustomize, Tags: c.tags, Named: c.named(modules),
	}
	c.attempt(c.judging, "", func() (done func()) {
		services, apart := timeline.Join(artifacts)
		return func() { c.report.Services, c.report.Apart = services, apart }
	})
	services := c.report.Services
	c.attempt(c.judging, "", func() (done func()) {
		findings := timeline.Check(services)
		return func() { c.findings = append(c.findings, findings...) }
	})
}

// refute drops the findings that the services show to be wrong.
func (c *check) refute() {
	findings, services := slices.Clone(c.findings), c.report.Services
	c.attempt(c.judging, "", func() (done func()) {
		left := slices.DeleteFunc(findings, func(f gracelint.Finding) bool { return timeline.Refutes(services, &f) })
		return func() { c.findings = left }
	})
}

// check collects what one run has found, before the rules are chosen.
type check struct {
	reading   context.Context // ends with the run
	judging   context.Context // lasts a little longer, for what was read before an interruption
	report    *report.Report
	findings  []gracelint.Finding
	ignores   []gracelint.Ignore
	found     map[gracelint.Key]bool // of the findings in Dockerfiles and their scripts
	ignored   map[place]bool         // of the ignores there
	stdin     Stdin
	files     []*manifests.File
	images    []*dockerfile.File
	tags      []timeline.Tag
	kustomize []manifests.Kustomization
	templates []string // the paths of what is rendered before the API server sees it
	places    bool     // whether the programs' places are to have their paths
}

// A place is a line of a file.
type place struct {
	path string
	line int
}

// readConfig reads a file that is decoded whole; nothing, when that is larger than such a file may be, which is noted. What
// cannot be read at all is said where manifests are checked.
func (c *check) readConfig(path string) []byte {
	if info, err := os.Stat(path); err != nil || info.Size() > gracelint.MaxFile {
		return nil
	}
	src, err := discover.ReadFile(path)
	if err != nil || !c.isConfig(path, src) {
		return nil
	}
	return src
}

func (c *check) isConfig(path string, src []byte) bool {
	if len(src) > gracelint.MaxConfig {
		c.failed(path, fmt.Sprintf("it has more than %d KB: what it says of images and services is not known", gracelint.MaxConfig>>10))
		return false
	}
	return true
}

// read reads a file, or notes why it cannot be.
func (c *check) read(path string) ([]byte, bool) {
	if path == c.stdin.Name {
		return c.stdin.Content, true
	}
	if info, err := os.Stat(path); err == nil && info.Size() > gracelint.MaxFile {
		notice := gracelint.Notice{Kind: gracelint.Failed, Path: path, Message: fmt.Sprintf("it is larger than %d MB, as nothing is that people write", gracelint.MaxFile>>20)}
		isConfig := dockerfile.IsCompose(path) || dockerfile.IsSkaffold(path) || manifests.IsKustomization(path)
		if discover.IsManifest(path) && !isConfig && !holdsManifest(path) {
			notice.Kind = gracelint.Skipped // it is data
		}
		c.report.Notices = append(c.report.Notices, notice)
		return nil, false
	}
	src, err := discover.ReadFile(path)
	if err != nil {
		var pathErr *fs.PathError
		if errors.As(err, &pathErr) {
			err = pathErr.Err // the notice names the file itself
		}
		c.failed(path, "it cannot be read: "+err.Error())
		return nil, false
	}
	return src, true
}

// holdsManifest reports whether a file that is too large to be read speaks of what every manifest does.
func holdsManifest(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return true
	}
	defer file.Close()
	words := map[string]bool{"apiVersion": false, "kind": false}
	const overlap = len("apiVersion")
	buffer := make([]byte, 1<<20)
	for kept := 0; ; {
		n, err := file.Read(buffer[kept:])
		text := buffer[:kept+n]
		for word := range words {
			words[word] = words[word] || bytes.Contains(text, []byte(word))
		}
		if words["apiVersion"] && words["kind"] || err != nil {
			return words["apiVersion"] && words["kind"]
		}
		kept = copy(buffer, text[max(0, len(text)-overlap):])
	}
}

func (c *check) failed(path, message string) {
	c.report.Notices = append(c.report.Notices, gracelint.Notice{Kind: gracelint.Failed, Path: path, Message: message})
}

func (c *check) modules(modules []discover.GoModule, options Options) {
	cwd, err := os.Getwd()
	if err != nil {
		c.failed("", "Go code: the working directory cannot be found: "+err.Error())
		return
	}
	relative := func(path string) string {
		if path == "" {
			return "" // a notice about the whole run
		}
		return discover.Relative(cwd, path)
	}
	for _, m := range modules {
		if c.reading.Err() != nil {
			return
		}
		module := govet.Module{Dir: m.Dir, Patterns: m.Patterns, Hidden: m.Hidden, Wants: m.Wants, Dirs: m.Dirs(), Tags: options.Tags, API: options.API, Places: c.places}
		result, err := &govet.Result{}, error(nil)
		if crash := gracelint.Guard(func() { result, err = module.Check(c.reading, options.Progress) }); crash != "" {
			c.failed(relative(m.Dir), crash)
		}
		switch {
		case errors.Is(err, govet.ErrNoGo):
			c.failed("", "Go code: there is no go command on PATH")
			return
		case err != nil && c.reading.Err() == nil:
			c.failed(relative(m.Dir), "the Go code of this module: "+err.Error())
		}
		if result == nil {
			continue
		}
		c.report.Checked.GoPackages += result.Packages
		for _, f := range result.Findings {
			f.Rename(relative)
			c.findings = append(c.findings, f)
		}
		for _, p := range result.Programs {
			p.Places(func(place *lifecycle.Place) { place.Path = relative(place.Path) })
			p.Dir = relative(p.Dir)
			c.report.Programs = append(c.report.Programs, p)
		}
		for _, ignore := range result.Ignores {
			ignore.Path = relative(ignore.Path)
			c.ignores = append(c.ignores, ignore)
		}
		for _, notice := range result.Notices {
			notice.Path = relative(notice.Path)
			c.report.Notices = append(c.report.Notices, notice)
		}
	}
}

// judgeIgnores adds a finding for each ignore comment that is wrong, or silences nothing. Every rule has run, so one
// that silences a rule which was not asked for is of use all the same.
func (c *check) judgeIgnores() {
	used := map[place]bool{}
	for _, f := range c.findings {
		if f.Ignored != nil {
			used[place{f.Ignored.Path, f.Ignored.Line}] = true
		}
	}
	for _, ignore := range c.ignores {
		problem := ignore.Problem()
		// What only shows in a service cannot be looked for when some of its files were not asked for.
		apart := len(c.report.Services) == 0 && slices.ContainsFunc(timeline.Rules, func(r *gracelint.Rule) bool { return ignore.Silences(r.ID) })
		if problem == "" && !apart && !used[place{ignore.Path, ignore.Line}] {
			problem = "the ignore comment silences nothing: there is no finding of " + strings.Join(ignore.Rules, " or ") + " here"
		}
		if problem != "" {
			c.findings = append(c.findings, ignore.Finding(problem))
		}
	}
}

// A Selection says which rules were asked for, by ID.
type Selection struct {
	Strict  bool     // strict findings too
	Enable  []string // strict findings of these too
	Disable []string // nothing of these
	Only    []string // nothing but these, strict findings too; empty: all
}

func (s *Selection) choose(findings []gracelint.Finding) []gracelint.Finding {
	return slices.DeleteFunc(findings, func(f gracelint.Finding) bool {
		named := slices.Contains(s.Enable, f.Rule) || slices.Contains(s.Only, f.Rule)
		return slices.Contains(s.Disable, f.Rule) ||
			len(s.Only) > 0 && !named ||
			f.Strict && !s.Strict && !named
	})
}

// families stand in the order in which they speak of a fault that several see.
var families = []string{"timeline", "serverclose", "signalnotify", "dockerfile", "manifests"}

// mergeFaults leaves, of the findings that share a fault, those of the family that speaks first, and lists the rules
// of the others in them. It drops the ignored ones last: who ignores what is shown of a fault ignores the fault.
func mergeFaults(findings []gracelint.Finding) []gracelint.Finding {
	speaker := map[string]int{} // by fault, the index of the family
	rank := func(f gracelint.Finding) int {
		return slices.Index(families, (&gracelint.Rule{ID: f.Rule}).Family())
	}
	for _, f := range findings {
		if first, ok := speaker[f.Fault]; !ok || rank(f) < first {
			speaker[f.Fault] = rank(f)
		}
	}
	also := map[string][]string{}
	for _, f := range findings {
		if f.Fault != "" && rank(f) != speaker[f.Fault] && !slices.Contains(also[f.Fault], f.Rule) {
			also[f.Fault] = append(also[f.Fault], f.Rule)
		}
	}
	var merged []gracelint.Finding
	for _, f := range findings {
		if f.Fault != "" && rank(f) != speaker[f.Fault] || f.Ignored != nil {
			continue
		}
		f.Also = also[f.Fault]
		merged = append(merged, f)
	}
	return merged
}
