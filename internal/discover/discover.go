// Package discover finds what there is to check: it turns the paths given to the command into Go modules,
// Dockerfiles and files that may be Kubernetes manifests. It looks at names and opens no file but go.mod; reading and
// judging come after it, in package lint.
package discover

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
)

// Found is what there is to check.
type Found struct {
	Go          []GoModule         // by Dir, each once
	Dockerfiles []string           // relative to the working directory, with slashes, sorted, each once
	Manifests   []string           // likewise; YAML and JSON files of any content
	Scripts     []string           // likewise; shell scripts and Makefiles
	Notices     []gracelint.Notice // links that lead nowhere or away, directories that cannot be listed, Go files in no module
}

// A GoModule is the part of a module that was asked for.
type GoModule struct {
	Dir      string   // absolute: the folder of go.mod (of go.work when an import path was asked for outside of modules)
	Patterns []string // sorted: the arguments for `go list` run in Dir, such as "./..." or "./cmd/..."
	Hidden   []string // absolute, sorted: what the go command is not to open in the repository: pipes, links that lead out of it

	asked map[string]bool // the .go files asked for and their directories; nil when an import path asks for all that it matches
}

// Wants reports whether the .go file, or the package in the directory, was asked for; name is absolute. The patterns
// may match more: packages in node_modules, what git ignores, the other files of a package.
func (m *GoModule) Wants(name string) bool {
	return m.asked == nil || m.asked[name]
}

// Dirs returns the directories asked for that hold Go files other than tests, sorted; nil when an import path asks for
// all that it matches.
func (m *GoModule) Dirs() []string {
	if m.asked == nil {
		return nil
	}
	dirs := []string{}
	for name := range m.asked {
		base := filepath.Base(name)
		if filepath.Ext(base) == ".go" && !strings.HasSuffix(base, "_test.go") {
			dirs = append(dirs, filepath.Dir(name))
		}
	}
	slices.Sort(dirs)
	return slices.Compact(dirs)
}

// Find lists what there is to check under args: directories, DIR/... patterns (the same), files, and Go import paths
// with or without ... in them; none means the working directory.
//
// Under a directory it leaves out what git ignores, and names such as testdata and vendor (see [excluded]) unless the
// directory itself is one or lies inside one. A file given by name is always taken. An error is wrong usage: a path
// that does not exist, or a file of no kind that gracelint knows. When ctx ends, what was found until then is returned.
func Find(ctx context.Context, args []string) (*Found, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("the working directory cannot be found: %w", err)
	}
	f := finder{
		ctx:     ctx,
		cwd:     cwd,
		modules: map[string]*goModule{},
		owners:  map[string]string{},
		taken:   map[string]bool{},
	}
	if len(args) == 0 {
		args = []string{"."}
	}
	for _, arg := range args {
		if err := f.add(arg); err != nil {
			return nil, err
		}
	}
	for _, l := range f.links {
		f.takeLink(l)
	}
	return f.result(), nil
}

type finder struct {
	ctx     context.Context
	cwd     string
	found   Found
	modules map[string]*goModule // by directory
	owners  map[string]string    // of a directory, the module directory that it belongs to, or ""
	taken   map[string]bool      // the files found in directories, by their names without symbolic links
	links   []link               // found in directories, to be followed last
	dirs    []string             // the directories asked for, without symbolic links
}

// A link is a symbolic link of the given name, found in the directory asked for.
type link struct{ name, dir, repository string }

// A goModule collects what a GoModule lists.
type goModule struct {
	patterns map[string]bool
	asked    map[string]bool
	all      bool // an import path was asked for
}

func (f *finder) add(arg string) error {
	name, isPattern := directoryPattern(arg)
	if _, err := os.Lstat(name); err != nil && !errors.Is(err, fs.ErrPermission) {
		if f.addImportPath(arg) {
			return nil
		}
		return fmt.Errorf("%s: no such file or directory", arg)
	}
	info, err := os.Stat(name)
	abs := filepath.Join(f.cwd, name)
	if filepath.IsAbs(name) {
		abs = filepath.Clean(name)
	}
	switch {
	case err != nil:
		f.unreadable(abs, reason(err))
	case StrayLink(name) != "":
		f.notice(gracelint.Failed, abs, "the symbolic link leads out of the repository")
	case info.IsDir():
		f.addDir(abs)
	case isPattern:
		return fmt.Errorf("%s: %s is not a directory", arg, name)
	case kindOfNamed(abs) == other || !info.Mode().IsRegular():
		return fmt.Errorf("%s: neither a directory, a .go file, a Dockerfile, a .yaml, .yml or .json file, a Makefile, nor a .sh script", arg)
	default:
		f.take(kindOfNamed(abs), abs, filepath.Dir(abs), "")
		if kindOf(abs) == goFile {
			f.addOrphans(filepath.Dir(abs), []string{abs})
		}
	}
	return nil
}

// directoryPattern returns the directory of a DIR/... pattern, or the argument as it is.
func directoryPattern(arg string) (dir string, isPattern bool) {
	slashed := filepath.ToSlash(arg)
	if slashed == "..." || strings.HasSuffix(slashed, "/...") {
		return filepath.Clean(strings.TrimSuffix(slashed, "...")), true
	}
	return arg, false
}

func (f *finder) addDir(dir string) {
	resolved, err := filepath.EvalSymlinks(dir)
	if err != nil {
		f.unreadable(dir, reason(err))
		return
	}
	f.dirs = append(f.dirs, resolved)
	var goFiles []string
	for _, name := range f.list(dir, resolved) {
		if f.ctx.Err() != nil {
			return
		}
		kind := kindOf(name)
		if kind == other {
			continue
		}
		abs := filepath.Join(dir, name)
		info, err := os.Lstat(abs)
		switch {
		case errors.Is(err, fs.ErrPermission):
			f.unreadable(filepath.Dir(abs), reason(err))
		case err != nil: // git remembers a file that is gone
		case info.Mode()&fs.ModeSymlink != 0:
			f.links = append(f.links, link{abs, dir, repository(resolved)})
		case info.Mode().IsRegular():
			f.taken[filepath.Join(resolved, name)] = true
			f.take(kind, abs, dir, "...")
			if kind == goFile {
				goFiles = append(goFiles, abs)
			}
		}
	}
	f.addOrphans(dir, goFiles)
}

// takeLink adds the file that a symbolic link leads to, unless it is found already or lies outside the repository.
func (f *finder) takeLink(l link) {
	info, err := os.Stat(l.name)
	if err != nil {
		f.unreadable(l.name, reason(err))
		return
	}
	target, err := filepath.EvalSymlinks(l.name)
	switch {
	case err != nil || !info.Mode().IsRegular() || f.taken[target]:
	case !inside(target, l.repository):
		f.notice(gracelint.Skipped, l.name, "the symbolic link leads out of the repository")
	default:
		f.taken[target] = true
		f.take(kindOf(l.name), l.name, l.dir, "...")
	}
}

// take adds a file. A Go file's module then matches the package in dir, and those below when tail is "...".
func (f *finder) take(kind kind, file, dir, tail string) {
	switch kind {
	case dockerfile:
		f.found.Dockerfiles = append(f.found.Dockerfiles, f.rel(file))
	case manifest:
		f.found.Manifests = append(f.found.Manifests, f.rel(file))
	case script:
		f.found.Scripts = append(f.found.Scripts, f.rel(file))
	case goFile:
		owner := f.owner(filepath.Dir(file))
		if owner == "" {
			return
		}
		switch {
		case !inside(dir, owner): // the module lies below the directory asked for
			dir = owner
		case excluded(filepath.Base(dir)): // ./testdata/... matches nothing
			dir, tail = filepath.Dir(file), ""
		}
		m := f.module(owner)
		m.patterns["./"+path.Join(Relative(owner, dir), tail)] = true
		m.asked[file] = true
		m.asked[filepath.Dir(file)] = true
	}
}

// addImportPath reports whether arg can be an import path in the module or workspace of the working directory.
func (f *finder) addImportPath(arg string) bool {
	owner := cmp.Or(f.owner(f.cwd), folderOf("go.work", f.cwd))
	first, rest, _ := strings.Cut(arg, "/")
	hasDomain := strings.Index(first, ".") > 0 && rest != ""
	if owner == "" || first == "" || kindOf(arg) != other || !hasDomain && first != firstElement(owner) {
		return false
	}
	m := f.module(owner)
	m.patterns[arg] = true
	m.all = true
	return true
}

var moduleLine = regexp.MustCompile(`(?m)^module\s+["\x60]?([^\s/"\x60]+)`)

// firstElement returns the first element of the path of the module in dir, which need not look like a domain.
func firstElement(dir string) string {
	mod, _ := ReadFile(filepath.Join(dir, "go.mod"))
	if match := moduleLine.FindSubmatch(mod); match != nil {
		return string(match[1])
	}
	return ""
}

func (f *finder) module(dir string) *goModule {
	if f.modules[dir] == nil {
		f.modules[dir] = &goModule{patterns: map[string]bool{}, asked: map[string]bool{}}
	}
	return f.modules[dir]
}

// owner returns the directory of the module that dir belongs to, or "".
func (f *finder) owner(dir string) string {
	owner, known := f.owners[dir]
	if !known {
		owner = folderOf("go.mod", dir)
		f.owners[dir] = owner
	}
	return owner
}

// addOrphans says which of the files found under dir belong to no module: a notice for each topmost directory that
// has no module in it.
func (f *finder) addOrphans(dir string, files []string) {
	var modules, tops []string
	for _, file := range files {
		if owner := f.owner(filepath.Dir(file)); owner != "" {
			modules = append(modules, owner)
		}
	}
	modules = slices.Compact(modules)
	for _, file := range files {
		folder := filepath.Dir(file)
		if f.owner(folder) != "" {
			continue
		}
		top := folder
		for up := filepath.Dir(top); inside(up, dir) && !holdsAny(up, modules); up = filepath.Dir(up) {
			top = up
		}
		tops = append(tops, top)
	}
	slices.Sort(tops)
	var last string
	for _, top := range tops {
		if last == "" || !inside(top, last) {
			f.notice(gracelint.Failed, top, "its Go files belong to no module, and the go command reads none outside of modules: run go mod init there")
			last = top
		}
	}
}

func holdsAny(dir string, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return inside(name, dir) })
}

func (f *finder) unreadable(name, reason string) {
	what := "it cannot be read"
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		what = "the symbolic link cannot be followed"
	}
	f.notice(gracelint.Failed, name, what+": "+reason)
}

// reason returns the error without the file's name.
func reason(err error) string {
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	return err.Error()
}

func (f *finder) notice(kind gracelint.NoticeKind, name, message string) {
	f.found.Notices = append(f.found.Notices, gracelint.Notice{Kind: kind, Path: f.rel(name), Message: message})
}

// result returns what was found in the order that Found promises.
func (f *finder) result() *Found {
	for _, dir := range slices.Sorted(maps.Keys(f.modules)) {
		m := f.modules[dir]
		top := f.top(dir)
		if file := strayModuleFile(dir, top); file != "" {
			f.notice(gracelint.Failed, file, "the go command would read it, and is not run: make it a regular file, or a link to one in the repository")
			continue
		}
		module := GoModule{Dir: dir, Patterns: slices.Sorted(maps.Keys(m.patterns)), Hidden: f.strays(dir, top)}
		if !m.all {
			module.asked = m.asked
		}
		f.found.Go = append(f.found.Go, module)
	}
	slices.Sort(f.found.Dockerfiles)
	slices.Sort(f.found.Manifests)
	slices.Sort(f.found.Scripts)
	f.found.Dockerfiles = slices.Compact(f.found.Dockerfiles)
	f.found.Manifests = slices.Compact(f.found.Manifests)
	f.found.Scripts = slices.Compact(f.found.Scripts)
	slices.SortStableFunc(f.found.Notices, func(a, b gracelint.Notice) int { return cmp.Compare(a.Path, b.Path) })
	f.found.Notices = slices.Compact(f.found.Notices)
	return &f.found
}

func (f *finder) rel(name string) string {
	return Relative(f.cwd, name)
}

// Relative returns name as seen from dir, with slashes; both are absolute.
func Relative(dir, name string) string {
	rel, err := filepath.Rel(dir, name)
	if err != nil { // another drive
		rel = name
	}
	return filepath.ToSlash(rel)
}

// inside reports whether the file or directory is dir or lies under it; both are absolute.
func inside(name, dir string) bool {
	rel, err := filepath.Rel(dir, name)
	return err == nil && filepath.IsLocal(rel)
}

// folderOf returns the nearest directory, dir or above it, that has an entry of the name, or "".
func folderOf(name, dir string) string {
	for {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}
