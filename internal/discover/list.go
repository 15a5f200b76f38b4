package discover

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/internal/process"
)

// list returns the files under dir that are not left out, by their names relative to dir, with slashes. Of git's,
// some may be gone, and some be directories. resolved is dir without symbolic links.
func (f *finder) list(dir, resolved string) []string {
	names := f.gitFiles(dir, resolved)
	if len(names) == 0 { // no git, no work tree, or git ignores the very directory that the user asks for
		return f.walk(dir, resolved)
	}
	slices.Sort(names) // git lists what it does not track first
	return names
}

// gitLimit bounds how long git may take: it opens files that are named in a work tree, such as a pipe called .gitignore.
const gitLimit = time.Minute

// gitFiles returns what git tracks or would track under dir and is not left out, and nothing when git cannot tell.
//
// What is checked may be anybody's, and a repository's settings may name programs for git to run. So git is told which
// work tree it is to read, and does not take some folder with a HEAD, objects and refs for a repository; what it would run
// for a list of files is switched off: the monitor of the file system, hooks, and the fetching of objects that a partial
// clone lacks. Then it is of no matter whose files they are either, and no safe.directory is needed.
func (f *finder) gitFiles(dir, resolved string) []string {
	top := folderOf(".git", resolved)
	path, err := exec.LookPath("git")
	if top == "" || err != nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(f.ctx, gitLimit)
	defer cancel()
	git := process.Command(ctx, path, "--git-dir="+filepath.Join(top, ".git"), "--work-tree="+top,
		"-c", "core.fsmonitor=false", "-c", "core.hooksPath="+os.DevNull, "--no-pager",
		"ls-files", "-cots", "--exclude-standard", "-z")
	git.Dir, git.Env = resolved, gitEnv()
	var listed, said bytes.Buffer
	git.Stdout, git.Stderr = &listed, &said
	if err = git.Start(); err == nil {
		err = process.Wait(ctx, git)
	}
	if err != nil {
		because := cmp.Or(strings.Join(strings.Fields(said.String()), " "), err.Error())
		f.notice(gracelint.Skipped, dir, "git cannot tell what it ignores here, so that is checked as well: "+because)
		return nil
	}
	for line := range strings.Lines(said.String()) {
		folder, isWarning := strings.CutPrefix(line, "warning: could not open directory '")
		folder, reason, _ := strings.Cut(folder, "/': ")
		if rel := Relative(resolved, filepath.Join(top, folder)); isWarning && filepath.IsLocal(rel) && !isExcluded(rel) {
			f.unreadable(filepath.Join(dir, rel), strings.ToLower(strings.TrimSpace(reason)))
		}
	}
	var names []string
	for entry := range strings.SplitSeq(listed.String(), "\x00") {
		// "? name" of what is not tracked, a repository with a slash at its end; else "H mode object stage\tname".
		name, isNew := strings.CutPrefix(entry, "? ")
		isRepository := strings.HasSuffix(name, "/")
		if !isNew {
			var about string
			about, name, _ = strings.Cut(entry, "\t")
			isRepository = strings.HasPrefix(about, "H 160000 ") && folderOf(".git", filepath.Join(resolved, name)) != top
		}
		switch {
		case name == "" || isExcluded(name):
		case isRepository:
			f.notice(gracelint.Skipped, filepath.Join(dir, name), "it is a repository of its own, which is checked when it is named")
		default:
			names = append(names, name)
		}
	}
	return names
}

// gitEnv is the environment without what has git do other than it is told: list another directory, as git itself sets it
// for hooks, or run a program. Where the user's own settings lie stays.
func gitEnv() []string {
	env := slices.DeleteFunc(os.Environ(), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return strings.HasPrefix(name, "GIT_") && !slices.Contains([]string{"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"}, name)
	})
	return append(env, "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
}

// walk returns every file under dir that is not left out. It follows no symbolic link.
func (f *finder) walk(dir, resolved string) []string {
	var names []string
	// The callback returns no error but SkipDir and SkipAll, so WalkDir returns none.
	_ = filepath.WalkDir(resolved, func(name string, entry fs.DirEntry, err error) error {
		rel := Relative(resolved, name)
		switch {
		case f.ctx.Err() != nil:
			return fs.SkipAll
		case err != nil:
			f.unreadable(filepath.Join(dir, rel), reason(err))
		case rel != "." && excluded(entry.Name()):
			if entry.IsDir() {
				return filepath.SkipDir
			}
		case !entry.IsDir():
			names = append(names, rel)
		}
		return nil
	})
	return names
}

// top returns what the files of the module in dir may be said to be a part of: its work tree, or else the directory asked for
// that it lies in, or else itself.
func (f *finder) top(dir string) string {
	dir = Resolve(dir)
	return cmp.Or(folderOf(".git", dir), f.askedAbove(dir), dir)
}

// askedAbove returns the topmost directory asked for that dir lies in, or "".
func (f *finder) askedAbove(dir string) (top string) {
	for _, asked := range f.dirs {
		if inside(dir, asked) && (top == "" || inside(top, asked)) {
			top = asked
		}
	}
	return top
}

// strays returns what the go command is not to open in the module, its workspace, and the directory asked for around it. It
// reads far more than is checked: C and assembly, and what is imported from the folders that are left out. Names begin with
// dir where they lie in it, as the go command is run there.
func (f *finder) strays(dir, top string) []string {
	resolved := Resolve(dir)
	var strays []string
	_ = filepath.WalkDir(cmp.Or(workspace(dir, top), f.askedAbove(resolved), resolved), func(name string, entry fs.DirEntry, err error) error {
		switch {
		case f.ctx.Err() != nil:
			return fs.SkipAll
		case err != nil: // it is said where that is checked
		case entry.IsDir() && entry.Name() == ".git":
			return filepath.SkipDir
		case !entry.IsDir() && !entry.Type().IsRegular() && isStray(name, top):
			if inside(name, resolved) {
				name = filepath.Join(dir, Relative(resolved, name))
			}
			strays = append(strays, name)
		}
		return nil
	})
	slices.Sort(strays)
	return strays
}

// workspace returns the folder of the go.work that the module in dir may belong to, of the same repository, or "".
func workspace(dir, top string) string {
	if work := folderOf("go.work", Resolve(dir)); work != "" && inside(work, top) {
		return work
	}
	return ""
}

// isStray reports whether the file is neither a regular one nor a symbolic link to such a one, or to a directory, within
// the repository. A link in /proc leads elsewhere in each process.
func isStray(name, top string) bool {
	target, err := filepath.EvalSymlinks(name)
	if err != nil {
		return !errors.Is(err, fs.ErrPermission)
	}
	info, err := os.Lstat(target)
	return err != nil || !info.Mode().IsRegular() && !info.IsDir() || !inside(target, top)
}

// strayModuleFile returns the first of the files that tell the go command what a module is made of that it is not to open,
// or "". They cannot be hidden from it: it would take one above.
func strayModuleFile(dir, top string) string {
	files := []string{filepath.Join(dir, "go.mod"), filepath.Join(dir, "go.sum"), filepath.Join(dir, "vendor", "modules.txt")}
	if work := workspace(dir, top); work != "" {
		files = append(files, filepath.Join(work, "go.work"), filepath.Join(work, "go.work.sum"), filepath.Join(work, "vendor", "modules.txt"))
	}
	for _, file := range files {
		if _, err := os.Lstat(file); err == nil && isStray(file, top) {
			return file
		}
	}
	return ""
}

// Repository returns the directory, absolute and without symbolic links, that the file may be said to be a part of: the
// top of its work tree, or else the working directory, or else its own.
func Repository(file string) string {
	dir := Resolve(filepath.Dir(file))
	if top := folderOf(".git", dir); top != "" {
		return top
	}
	if cwd := Resolve("."); inside(dir, cwd) {
		return cwd
	}
	return dir
}

// Resolve returns the directory as an absolute name without symbolic links, or as it is when that cannot be had.
func Resolve(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	resolved, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return abs
	}
	return resolved
}

// repository returns the top of the work tree that dir lies in, or else dir.
func repository(dir string) string {
	return cmp.Or(folderOf(".git", dir), dir)
}

// StrayLink returns the first symbolic link on the way to a file or a directory that lies in a work tree and leads out of
// it, or "". A link elsewhere is the user's own, and so is one on the way to the working directory; one in a work tree may
// be anybody's, and stand in place of what the user means.
func StrayLink(name string) string {
	if !filepath.IsAbs(name) {
		name = filepath.Join(Resolve("."), name)
	}
	volume := filepath.VolumeName(name)
	at := volume + string(filepath.Separator)
	for elem := range strings.SplitSeq(filepath.ToSlash(name[len(volume):]), "/") {
		next := filepath.Join(at, elem)
		if info, err := os.Lstat(next); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			target, err := filepath.EvalSymlinks(next)
			if err != nil {
				return "" // it leads nowhere
			}
			if InWorkTree(next) && !inside(target, repository(at)) {
				return next
			}
			next = target
		}
		at = next
	}
	return ""
}

// InWorkTree reports whether git's repository lies in the file's directory or above it.
func InWorkTree(name string) bool { return folderOf(".git", Resolve(filepath.Dir(name))) != "" }

// ReadFile is [os.ReadFile] for regular files alone: to read a pipe may take for ever, and a device all memory.
func ReadFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "read", Path: name, Err: errors.New("it is not a regular file")}
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(name)
}
