package discover

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// list returns the files under dir that are not left out, by their names relative to dir, with slashes. Of git's,
// some may be gone, and some be directories. resolved is dir without symbolic links.
func (f *finder) list(dir, resolved string) []string {
	names := f.gitFiles(dir, resolved)
	if len(names) == 0 { // no git, no work tree, or git ignores the very directory that the user asks for
		return f.walk(dir, resolved)
	}
	names = slices.DeleteFunc(names, isExcluded)
	slices.Sort(names) // git lists what it does not track first
	return names
}

// gitFiles returns what git tracks or would track under dir, and nothing when git cannot tell.
func (f *finder) gitFiles(dir, resolved string) []string {
	var names, warnings bytes.Buffer
	git := exec.Command("git", "ls-files", "-co", "--exclude-standard", "-z")
	git.Dir, git.Env = dir, gitEnv()
	git.Stdout, git.Stderr = &names, &warnings
	if git.Run() != nil {
		return nil
	}
	top := repository(resolved)
	for line := range strings.Lines(warnings.String()) {
		folder, isWarning := strings.CutPrefix(line, "warning: could not open directory '")
		folder, reason, _ := strings.Cut(folder, "/': ")
		if rel := Relative(resolved, filepath.Join(top, folder)); isWarning && filepath.IsLocal(rel) && !isExcluded(rel) {
			f.unreadable(filepath.Join(dir, rel), strings.ToLower(strings.TrimSpace(reason)))
		}
	}
	return strings.FieldsFunc(names.String(), func(r rune) bool { return r == 0 })
}

// gitEnv is the environment without what git sets for its hooks, which would have it list another directory.
func gitEnv() []string {
	env := slices.DeleteFunc(os.Environ(), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains([]string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}, name)
	})
	return append(env, "LC_ALL=C")
}

// walk returns every file under dir that is not left out. It follows no symbolic link.
func (f *finder) walk(dir, resolved string) []string {
	var names []string
	// The callback returns no error but SkipDir, so neither does WalkDir.
	_ = filepath.WalkDir(resolved, func(name string, entry fs.DirEntry, err error) error {
		rel := Relative(resolved, name)
		switch {
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
