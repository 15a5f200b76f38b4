// Package govet runs gracelint's analyzers over Go packages by way of `go vet`, and decodes what comes back. The go
// command brings the build's own view of the code (tags, modules, workspaces, vendoring) and caches each package, so
// that a second run takes about as long as go vet itself.
package govet

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/build"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/analyzers/lifecycle"
	"github.com/gracelint/gracelint/internal/process"
)

// ErrNoGo says that there is no go command on PATH.
var ErrNoGo = errors.New("no go command on PATH")

// errGoHere says that what PATH would have run may be part of what is checked.
var errGoHere = errors.New("the first go command on PATH lies in the working directory, and is not run: take that directory out of PATH")

// A Module is what to check of one Go module.
type Module struct {
	Dir      string                 // absolute, the folder of go.mod
	Patterns []string               // as `go list` takes them in Dir
	Hidden   []string               // absolute: files that the go command is not to open
	Wants    func(name string) bool // whether the file or the folder, by its absolute name, is among what was asked for
	Dirs     []string               // absolute: the folders asked for that hold Go files other than tests; nil when Patterns alone tell
	Tags     string                 // build tags, separated by commas
	API      []string               // server types of the user's own, as [lifecycle.CheckAPI] takes them
	Places   bool                   // whether the programs' places are to have their paths
}

// A Result is what was found in one module. Paths are absolute.
type Result struct {
	Findings []gracelint.Finding // strict and ignored ones too, once per place
	Ignores  []gracelint.Ignore  // every ignore comment of the files that were checked
	Notices  []gracelint.Notice
	Programs []lifecycle.Program // that start something
	Packages int                 // that were checked
}

// Check runs the analyzers over the module. progress is told what is going on, in a few words. When ctx ends, the result
// beside the error is what was found until then.
func (m *Module) Check(ctx context.Context, progress func(string)) (*Result, error) {
	goCommand, err := exec.LookPath("go")
	switch {
	case errors.Is(err, exec.ErrDot):
		return nil, errGoHere
	case err != nil:
		return nil, ErrNoGo
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("gracelint cannot find its own executable for go vet to run: %w", err)
	}
	r := &run{module: m, goCommand: goCommand, self: self, ctx: ctx, listed: map[string]string{}, checked: map[string]bool{}, result: &Result{}}
	tmpdir, err := r.prepare()
	if err != nil {
		return nil, err
	}
	// The go command's work folder lies in it, too: it is gone with the check even when the go command was killed.
	if r.tmp, err = os.MkdirTemp(tmpdir, "gracelint"); err != nil {
		return nil, fmt.Errorf("there is no place for temporary files: %w", err)
	}
	defer os.RemoveAll(r.tmp)
	r.env = append(r.env, "GOTMPDIR="+r.tmp)
	if err := r.replace(map[string]string{}); err != nil {
		return nil, err
	}
	progress("checking Go packages in " + m.Dir)
	err = r.check()
	if m.Places {
		r.findPlaces()
	}
	return r.result, err
}

// run is one module's check under way.
type run struct {
	ctx       context.Context
	module    *Module
	goCommand string
	self      string            // gracelint's own executable
	env       []string          // beyond the environment
	newer     string            // a note when the toolchain is newer than the one gracelint was built with
	build     build.Context     // which files are compiled
	path      string            // of the module
	alone     bool              // the packages of no other module at hand can be imported
	listed    map[string]string // folders by import path, of the packages that the go command has listed
	checked   map[string]bool   // by folder
	tmp       string            // a folder for files that last as long as the check
	overlay   string            // the name of a file that tells the go command of files which do not exist
	result    *Result
}

// command returns a go command to be run in the module.
func (r *run) command(args ...string) *exec.Cmd {
	cmd := process.Command(r.ctx, r.goCommand, args...)
	cmd.Dir = r.module.Dir
	cmd.Env = append(os.Environ(), r.env...)
	cmd.Env = append(cmd.Env, "PWD="+r.module.Dir)
	return cmd
}

// output runs a go command in the module and returns what it prints.
func (r *run) output(args ...string) ([]byte, error) {
	return process.Output(r.ctx, r.command(args...))
}

// withFlags adds the build tags and the overlay to a subcommand's arguments.
func (r *run) withFlags(args ...string) []string {
	if r.module.Tags != "" {
		args = append(args, "-tags="+r.module.Tags)
	}
	if r.overlay != "" {
		args = append(args, "-overlay="+r.overlay)
	}
	if slices.ContainsFunc(r.module.Hidden, func(name string) bool { return filepath.Base(name) == "default.pgo" }) {
		args = append(args, "-pgo=off") // the overlay does not hide it
	}
	return args
}

func (r *run) notice(kind gracelint.NoticeKind, path string, line int, format string, args ...any) {
	r.result.Notices = append(r.result.Notices, gracelint.Notice{Kind: kind, Path: path, Line: line, Message: fmt.Sprintf(format, args...)})
}

// A goPackage is what `go list` says of one.
type goPackage struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	CgoFiles   []string
	Error      *goError
	DepsErrors []*goError
}

type goError struct {
	ImportStack []string
	Pos         string // file:line:col, relative to the module, or empty
	Err         string
}

// list returns the packages asked for. Whether they load is not asked: that takes as long as go vet does when all is
// cached.
func (r *run) list() []goPackage {
	args := append(r.withFlags("list", "-e", "-find", "-json=ImportPath,Dir,GoFiles,CgoFiles,Error"), "--")
	stdout, err := r.output(append(args, r.module.Patterns...)...)
	switch {
	case r.ctx.Err() != nil:
		return nil
	case err != nil:
		r.notice(gracelint.Failed, filepath.Join(r.module.Dir, "go.mod"), 0, "the Go code of this module: go list failed: %v", err)
		return nil
	}
	var packages []goPackage
	for decoder := json.NewDecoder(bytes.NewReader(stdout)); ; {
		var p goPackage
		if err := decoder.Decode(&p); err != nil {
			return packages
		}
		switch {
		case p.Dir != "" && !r.module.Wants(p.Dir):
		case p.Error != nil:
			r.noticeBroken(p, p.Error)
		case len(p.GoFiles)+len(p.CgoFiles) > 0:
			packages = append(packages, p)
			r.listed[p.ImportPath] = p.Dir
		}
	}
}

// check runs the analyzers over the packages asked for. With one among its arguments that does not load, go vet analyses
// nothing at all: then it is run again without those.
//
// To have the go command list the packages costs a fifth of what go vet takes when all is cached. So it is asked only when
// a folder has not been checked, or when nothing else tells what was asked for.
func (r *run) check() error {
	first, err := r.start(r.module.Patterns)
	if err != nil {
		return err
	}
	var packages []goPackage
	if r.module.Dirs == nil {
		packages = r.list() // meanwhile
	}
	printed, err := r.finish(first)
	if err != nil {
		return err
	}
	if r.module.Dirs != nil {
		if !slices.ContainsFunc(r.module.Dirs, r.isMissing) {
			return nil
		}
		packages = r.list()
	}
	unchecked := r.unchecked(packages)
	if len(unchecked) == 0 {
		return nil
	}
	loading := r.loading(unchecked)
	if len(loading) > 0 && len(unchecked) == len(packages) {
		var dirs []string
		for _, p := range loading {
			dirs = append(dirs, relative(r.module.Dir, p.Dir))
		}
		again, err := r.start(dirs)
		if err != nil {
			return err
		}
		if printed, err = r.finish(again); err != nil {
			return err
		}
		loading = r.unchecked(loading)
	}
	r.noticeUnchecked(loading, printed)
	return nil
}

func (r *run) unchecked(packages []goPackage) []goPackage {
	return slices.DeleteFunc(slices.Clone(packages), func(p goPackage) bool { return r.checked[p.Dir] })
}

// loading returns those of the packages that load, and notes the others.
func (r *run) loading(packages []goPackage) []goPackage {
	loaded := r.load(packages)
	if r.embed(loaded) {
		loaded = r.load(packages)
	}
	broken := map[string]bool{}
	for _, p := range loaded {
		if why := p.broken(); why != nil {
			broken[p.ImportPath] = true
			r.noticeBroken(p, why)
		}
	}
	return slices.DeleteFunc(slices.Clone(packages), func(p goPackage) bool { return broken[p.ImportPath] })
}

// load returns the packages with why they do not load.
func (r *run) load(packages []goPackage) (loaded []goPackage) {
	// To be asked for the files that are embedded, it looks for them.
	args := append(r.withFlags("list", "-e", "-json=ImportPath,Dir,EmbedFiles,Error,DepsErrors"), "--")
	for _, p := range packages {
		args = append(args, relative(r.module.Dir, p.Dir))
	}
	stdout, _ := r.output(args...) // without it, what go vet printed has to do
	for decoder := json.NewDecoder(bytes.NewReader(stdout)); ; {
		var p goPackage
		if decoder.Decode(&p) != nil {
			return loaded
		}
		loaded = append(loaded, p)
	}
}

// broken returns why the package does not load, or nil. Of several reasons, which the go command gives in varying order, it
// is the first in the package's own files.
func (p *goPackage) broken() *goError {
	if p.Error != nil || len(p.DepsErrors) == 0 {
		return p.Error
	}
	return slices.MinFunc(p.DepsErrors, func(a, b *goError) int {
		if p.owns(a) != p.owns(b) {
			return map[bool]int{true: -1, false: 1}[p.owns(a)]
		}
		pathA, lineA, _ := splitPosition(a.Pos)
		pathB, lineB, _ := splitPosition(b.Pos)
		return cmp.Or(cmp.Compare(pathA, pathB), cmp.Compare(lineA, lineB), cmp.Compare(a.Err, b.Err))
	})
}

// owns reports whether the error is about the package itself.
func (p *goPackage) owns(e *goError) bool {
	n := len(e.ImportStack)
	return e == p.Error || n == 0 || e.ImportStack[n-1] == p.ImportPath
}

func (r *run) noticeBroken(p goPackage, broken *goError) {
	path, line := r.place(broken.Pos)
	because := oneLine(broken.Err)
	if !p.owns(broken) {
		// The go command blames the first importer that it came to, for all of them.
		because, _, _ = strings.Cut(because, " (imported by ")
		because, path, line = "a package that it imports does not load: "+because, "", 0
	}
	if path == "" {
		path = p.Dir
	}
	r.notice(gracelint.Failed, path, line, "package %s: %s", p.ImportPath, because)
}

// place splits file:line:col and makes the file absolute.
func (r *run) place(pos string) (path string, line int) {
	path, line, _ = splitPosition(pos)
	if path != "" && !filepath.IsAbs(path) {
		path = filepath.Join(r.module.Dir, path)
	}
	return path, line
}

// A vetting is a go vet under way.
type vetting struct {
	stdout *io.PipeReader
	stderr bytes.Buffer
	ended  chan error
}

// start has go vet run the analyzers over the packages that the patterns name.
func (r *run) start(patterns []string) (*vetting, error) {
	args := append(r.withFlags("vet", "-json", "-vettool="+r.self), lifecycle.DriverFlag)
	for _, api := range r.module.API {
		args = append(args, lifecycle.APIFlag+"="+api)
	}
	cmd := r.command(append(append(args, "--"), patterns...)...)
	stdout, printed := io.Pipe()
	v := &vetting{stdout: stdout, ended: make(chan error, 1)}
	cmd.Stdout, cmd.Stderr = printed, &v.stderr
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("go vet does not start: %w", err)
	}
	go func() {
		v.ended <- process.Wait(r.ctx, cmd)
		printed.Close()
	}()
	return v, nil
}

// finish decodes what go vet finds, and returns what else it printed. Each package that was looked at says so: those that
// do not, the go command has dropped.
func (r *run) finish(v *vetting) (printed string, err error) {
	d := decoder{run: r, seen: map[string]bool{}, found: map[string]int{}, lines: map[string][]string{}}
	decodeErr := d.decode(v.stdout)
	io.Copy(io.Discard, v.stdout) // let it end
	runErr := <-v.ended           // not 0 when one package failed: what did is told by what was checked
	r.result.Packages = len(r.checked)
	if r.ctx.Err() != nil {
		return "", r.ctx.Err()
	}
	if decodeErr != nil {
		return "", fmt.Errorf("go vet in %s printed something other than findings: %w", r.module.Dir, decodeErr)
	}
	if runErr == nil {
		runErr = errors.New("it looked at no code here")
	}
	return firstOf(v.stderr.String(), runErr.Error()), nil
}

// noticeUnchecked notes packages that load but that the go command dropped, with what it printed.
func (r *run) noticeUnchecked(unchecked []goPackage, stderr string) {
	if len(unchecked) == 0 {
		return
	}
	printed := blocks(stderr)
	suspects := r.suspects(unchecked)
	for _, p := range unchecked {
		path, line, because := p.Dir, 0, "go vet failed: "+oneLine(stderr)
		suspect := suspects[p.ImportPath]
		dep := slices.IndexFunc(suspect.deps, func(dep string) bool { return printed[dep] != "" })
		switch {
		case printed[p.ImportPath] != "":
			path, line, because = r.reason(printed[p.ImportPath], p.Dir)
		case suspect.tests != nil:
			because = "its tests do not load: " + oneLine(suspect.tests.Err)
			if at, n := r.place(suspect.tests.Pos); at != "" {
				path, line = at, n
			}
		case dep >= 0:
			because = fmt.Sprintf("it imports %s, which does not compile: %s", suspect.deps[dep], oneLine(printed[suspect.deps[dep]]))
		}
		if r.newer != "" {
			because += "; " + r.newer
		}
		r.notice(gracelint.Failed, path, line, "package %s: %s", p.ImportPath, because)
	}
}

// reason reads a line such as `vet: ./a.go:3:5: undefined: x`, which may begin with the name of the tool instead.
func (r *run) reason(text, dir string) (path string, line int, because string) {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "vet: "), filepath.Base(r.self)+": ")
	path, line, because = splitPosition(text)
	if path == "" {
		return dir, 0, oneLine(text)
	}
	because = "it does not compile: " + because
	if filepath.IsAbs(path) {
		return path, line, because
	}
	for _, base := range []string{r.module.Dir, dir} { // the go command prints either
		if _, err := os.Stat(filepath.Join(base, path)); err == nil {
			return filepath.Join(base, path), line, because
		}
	}
	return dir, 0, because
}

// A suspect is what may keep a package from being checked although it loads itself.
type suspect struct {
	tests *goError // its tests do not load: the go command drops it from go vet without naming it
	deps  []string // the import paths of what it and its tests import, at any distance
}

// suspects asks the go command about the tests of packages, by import path.
func (r *run) suspects(packages []goPackage) map[string]suspect {
	args := append(r.withFlags("list", "-e", "-test", "-json=ImportPath,ForTest,Deps,Error,DepsErrors"), "--")
	for _, p := range packages {
		args = append(args, relative(r.module.Dir, p.Dir))
	}
	found := map[string]suspect{}
	stdout, err := r.output(args...)
	if err != nil {
		return found
	}
	for decoder := json.NewDecoder(bytes.NewReader(stdout)); ; {
		var p struct {
			goPackage
			ForTest string
			Deps    []string
		}
		if decoder.Decode(&p) != nil {
			return found
		}
		of := firstOf(p.ForTest, p.ImportPath)
		s := found[of]
		if p.ForTest != "" && s.tests == nil {
			s.tests = p.broken()
		}
		s.deps = append(s.deps, p.Deps...)
		found[of] = s
	}
}

// leadsTo matches what a C compiler prints above an error in a file that is included.
var leadsTo = regexp.MustCompile(`^(In file included| *) from .*[:,]$`)

// blocks returns the first line that the go command printed of each package, under a line `# importpath`.
func blocks(stderr string) map[string]string {
	first := map[string]string{}
	pkg := ""
	for line := range strings.Lines(stderr) {
		line = strings.TrimRight(line, "\r\n")
		if name, ok := strings.CutPrefix(line, "# "); ok {
			if !strings.HasPrefix(name, "[") { // it names the package once more, or a command
				pkg, _, _ = strings.Cut(name, " ")
			}
		} else if _, ok := first[pkg]; !ok && pkg != "" && strings.TrimSpace(line) != "" && !leadsTo.MatchString(line) {
			first[pkg] = line
		}
	}
	return first
}

// splitPosition splits `file:line:col: text` or `file:line: text`; the column is dropped.
func splitPosition(s string) (path string, line int, rest string) {
	volume := filepath.VolumeName(s)
	fields := strings.SplitN(s[len(volume):], ":", 4)
	if len(fields) < 2 {
		return "", 0, s
	}
	if _, err := fmt.Sscanf(fields[1], "%d", &line); err != nil {
		return "", 0, s
	}
	var column int
	rest = strings.Join(fields[2:], ":")
	if len(fields) > 2 {
		if _, err := fmt.Sscanf(fields[2], "%d", &column); err == nil {
			rest = strings.Join(fields[3:], ":")
		}
	}
	return volume + fields[0], line, strings.TrimSpace(rest)
}

// relative returns dir as a pattern that names exactly this folder, whatever it is called.
func relative(base, dir string) string {
	rel, err := filepath.Rel(base, dir)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return dir
	}
	return "." + string(filepath.Separator) + rel
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// firstOf returns the first of the texts that says something.
func firstOf(texts ...string) string {
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			return text
		}
	}
	return ""
}
