package govet

import (
	"encoding/json"
	"fmt"
	"go/build"
	"go/version"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/internal/discover"
	"golang.org/x/mod/modfile"
)

// prepare asks the go command for its version, workspace, target and folder for temporary files, which is returned, and
// reads go.mod.
func (r *run) prepare() (tmpdir string, err error) {
	stdout, err := r.output("env", "-json", "GOVERSION", "GOWORK", "GOFLAGS", "GOOS", "GOARCH", "GOTMPDIR")
	if err != nil {
		return "", fmt.Errorf("go env failed: %w", err)
	}
	var env struct{ GOVERSION, GOWORK, GOFLAGS, GOOS, GOARCH, GOTMPDIR string }
	if err := json.Unmarshal(stdout, &env); err != nil {
		return "", fmt.Errorf("go env printed no JSON: %w", err)
	}
	r.build = build.Default
	r.build.GOOS, r.build.GOARCH = env.GOOS, env.GOARCH
	tags := r.module.Tags
	for _, flag := range strings.Fields(env.GOFLAGS) {
		if value, ok := strings.CutPrefix(strings.TrimLeft(flag, "-"), "tags="); ok && tags == "" {
			tags = value
		}
	}
	r.build.BuildTags = strings.Split(tags, ",")
	r.alone = env.GOWORK == "" || env.GOWORK == "off"
	if !r.alone && os.Getenv("GOWORK") == "" && !r.inWorkspace(env.GOWORK) {
		r.env = append(r.env, "GOWORK=off") // else the go command refuses a module that its workspace does not use
		r.alone = true
	}
	r.readModule()
	if built := runtime.Version(); version.Compare(version.Lang(env.GOVERSION), version.Lang(built)) > 0 {
		r.newer = fmt.Sprintf("the go command is %s and gracelint was built with %s: build it anew with the newer one", env.GOVERSION, built)
		r.notice(gracelint.Skipped, "", 0, "Go code may be checked in part only: %s", r.newer)
	}
	return env.GOTMPDIR, nil
}

// readModule reads go.mod. One that cannot be read is left to the go command, which says why.
func (r *run) readModule() {
	name := filepath.Join(r.module.Dir, "go.mod")
	content, err := discover.ReadFile(name)
	if err != nil {
		r.alone = false
		return
	}
	asItIs := func(_, version string) (string, error) { return version, nil }
	file, err := modfile.Parse(name, content, asItIs)
	if err != nil || file.Module == nil {
		r.alone = false
		return
	}
	r.path = file.Module.Mod.Path
	isFolder := func(replace *modfile.Replace) bool { return replace.New.Version == "" }
	r.alone = r.alone && !slices.ContainsFunc(file.Replace, isFolder)
}

// inWorkspace reports whether the workspace uses the module. One that cannot be read is left to the go command,
// which says why.
func (r *run) inWorkspace(gowork string) bool {
	content, err := discover.ReadFile(gowork)
	if err != nil {
		return true
	}
	work, err := modfile.ParseWork(gowork, content, nil)
	if err != nil {
		return true
	}
	return slices.ContainsFunc(work.Use, func(use *modfile.Use) bool {
		dir := filepath.FromSlash(use.Path)
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(filepath.Dir(gowork), dir)
		}
		return same(dir, r.module.Dir)
	})
}

// same reports whether two names are of one folder.
func same(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}
