package govet

import (
	"encoding/json"
	"fmt"
	"go/version"
	"os"
	"path/filepath"
	"runtime"
	"slices"

	"github.com/gracelint/gracelint"
	"golang.org/x/mod/modfile"
)

// prepare asks the go command for its version and workspace.
func (r *run) prepare() error {
	stdout, err := r.command("env", "-json", "GOVERSION", "GOWORK").Output()
	if err != nil {
		return fmt.Errorf("go env failed in %s: %w", r.module.Dir, err)
	}
	var env struct{ GOVERSION, GOWORK string }
	if err := json.Unmarshal(stdout, &env); err != nil {
		return fmt.Errorf("go env printed no JSON: %w", err)
	}
	if env.GOWORK != "" && os.Getenv("GOWORK") == "" && !r.inWorkspace(env.GOWORK) {
		r.env = append(r.env, "GOWORK=off") // else the go command refuses a module that its workspace does not use
	}
	if built := runtime.Version(); version.Compare(version.Lang(env.GOVERSION), version.Lang(built)) > 0 {
		r.newer = fmt.Sprintf("the go command is %s and gracelint was built with %s: build it anew with the newer one", env.GOVERSION, built)
		r.notice(gracelint.Skipped, "", 0, "Go code may be checked in part only: %s", r.newer)
	}
	return nil
}

// inWorkspace reports whether the workspace uses the module. One that cannot be read is left to the go command,
// which says why.
func (r *run) inWorkspace(gowork string) bool {
	content, err := os.ReadFile(gowork)
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
