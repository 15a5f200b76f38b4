package govet

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gracelint/gracelint/analyzers/lifecycle"
)

// asked returns the folder of a package that was asked for, or "".
func (r *run) asked(importPath string) string {
	if dir := r.inModule(importPath); slices.Contains(r.module.Dirs, dir) {
		return dir
	}
	return r.listed[importPath]
}

// inModule returns the folder that a package of the module has, or "" when the import path is not below the module's.
func (r *run) inModule(importPath string) string {
	below, ok := strings.CutPrefix(importPath+"/", r.path+"/")
	if !ok {
		return ""
	}
	return filepath.Join(r.module.Dir, filepath.FromSlash(below))
}

// isMissing reports whether the folder holds Go files to compile that have not been checked.
func (r *run) isMissing(dir string) bool {
	if r.checked[dir] {
		return false
	}
	entries, _ := os.ReadDir(dir) // what has gone since is not missed
	return slices.ContainsFunc(entries, func(entry os.DirEntry) bool {
		name := entry.Name()
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") || slices.Contains(r.module.Hidden, filepath.Join(dir, name)) {
			return false
		}
		matches, err := r.build.MatchFile(dir, name)
		return matches || err != nil
	})
}

// findPlaces gives the places of programs their paths, as far as they lie in modules at hand.
func (r *run) findPlaces() {
	dirs := map[string]string{} // by import path; "": it is not known yet
	r.places(func(place *lifecycle.Place) {
		if _, ok := dirs[place.Package]; !ok {
			dirs[place.Package] = r.folder(place.Package)
		}
	})
	if !r.alone {
		r.listOthers(dirs)
	}
	r.places(func(place *lifecycle.Place) {
		if dir := dirs[place.Package]; dir != "" {
			place.Path = filepath.Join(dir, place.File)
		}
	})
	for i := range r.result.Programs {
		r.result.Programs[i].Dir = r.folder(r.result.Programs[i].Path)
	}
}

// folder returns the folder of a package of the module, or of one that was listed, or "".
func (r *run) folder(importPath string) string {
	dir := r.inModule(importPath)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return r.listed[importPath]
	}
	for up := dir; up != r.module.Dir; up = filepath.Dir(up) {
		if _, err := os.Stat(filepath.Join(up, "go.mod")); err == nil {
			return r.listed[importPath] // it may be of a module within this one
		}
	}
	return dir
}

// listOthers asks the go command for the folders that are not known yet.
func (r *run) listOthers(dirs map[string]string) {
	args := append(r.withFlags("list", "-e", "-find", "-json=ImportPath,Dir"), "--")
	asked := len(args)
	for importPath, dir := range dirs {
		if dir == "" {
			args = append(args, importPath)
		}
	}
	if len(args) == asked {
		return
	}
	stdout, _ := r.output(args...) // without it, places are told by import path
	for decoder := json.NewDecoder(bytes.NewReader(stdout)); ; {
		var p goPackage
		if decoder.Decode(&p) != nil {
			return
		}
		if !lifecycle.IsDependency(p.Dir) {
			dirs[p.ImportPath] = p.Dir
		}
	}
}

func (r *run) places(visit func(*lifecycle.Place)) {
	for i := range r.result.Programs {
		r.result.Programs[i].Places(visit)
	}
}
