package govet

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
)

// notEmbedded matches why a package does not load whose go:embed directive finds no file.
var notEmbedded = regexp.MustCompile(`no matching files found\s*$|contains no embeddable files\s*$`)

// embed has the go command find an empty file wherever none is to be embedded, and reports whether there is such a place:
// what builds a frontend has not been run in most checkouts, and what is embedded has no bearing on what the code does. The
// files are in an overlay only.
func (r *run) embed(packages []goPackage) bool {
	var broken []string // import paths
	for _, p := range packages {
		for _, err := range append(p.DepsErrors, p.Error) {
			if err == nil || !notEmbedded.MatchString(err.Err) || len(err.ImportStack) == 0 {
				continue
			}
			if last := err.ImportStack[len(err.ImportStack)-1]; !slices.Contains(broken, last) {
				broken = append(broken, last)
			}
		}
	}
	if len(broken) == 0 {
		return false
	}
	args := append(r.withFlags("list", "-e", "-find", "-json=Dir,EmbedPatterns"), "--")
	stdout, _ := r.output(append(args, broken...)...) // without it, the packages stay broken
	empty := filepath.Join(r.tmp, "empty")
	replace := map[string]string{}
	for decoder := json.NewDecoder(bytes.NewReader(stdout)); ; {
		var p struct {
			Dir           string
			EmbedPatterns []string
		}
		if decoder.Decode(&p) != nil {
			break
		}
		if lifecycle.IsDependency(p.Dir) {
			continue // the go command refuses to overlay these
		}
		for _, pattern := range p.EmbedPatterns {
			for _, name := range missing(os.DirFS(p.Dir), pattern) {
				replace[filepath.Join(p.Dir, filepath.FromSlash(name))] = empty
			}
		}
	}
	return len(replace) > 0 && os.WriteFile(empty, nil, 0o600) == nil && r.replace(replace) == nil
}

// replace has the go command find other files in the place of those that replace names, and none in the place of those
// that are hidden.
func (r *run) replace(replace map[string]string) error {
	for _, name := range r.module.Hidden {
		replace[name] = ""
	}
	if len(replace) == 0 {
		return nil
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	r.overlay = filepath.Join(r.tmp, "overlay.json")
	return os.WriteFile(r.overlay, overlay, 0o600)
}

// missing returns the names of files in dir with which a pattern of go:embed would find one in each place that it names.
func missing(dir fs.FS, pattern string) []string {
	pattern, all := strings.CutPrefix(pattern, "all:")
	found, _ := fs.Glob(dir, pattern)
	if name := strings.NewReplacer("*", "x", "?", "x").Replace(pattern); len(found) == 0 {
		if matches, err := path.Match(pattern, name); err != nil || !matches {
			return nil
		}
		return []string{name}
	}
	found = slices.DeleteFunc(found, func(name string) bool { return hasEmbeddable(dir, name, all) })
	for i := range found {
		found[i] += "/x"
	}
	return found
}

// hasEmbeddable reports whether name is a file, or a folder that holds one that is embedded with it.
func hasEmbeddable(dir fs.FS, name string, all bool) bool {
	found := false
	fs.WalkDir(dir, name, func(file string, entry fs.DirEntry, err error) error {
		hidden := file != name && !all && strings.ContainsAny(path.Base(file)[:1], "._")
		switch {
		case err != nil || hidden && entry.IsDir():
			return fs.SkipDir
		case !entry.IsDir() && !hidden:
			found = true
			return fs.SkipAll
		}
		return nil
	})
	return found
}
