package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gracelint/gracelint/testdata/need"
	"go.yaml.in/yaml/v3"
)

// TestPreCommit installs the hooks from this checkout, as pre-commit does from a release, into a repository with a
// fault in its Go code and one in its Dockerfile.
func TestPreCommit(t *testing.T) {
	need.Tools(t, "pre-commit", "git")
	checkout := committed(t)
	repo := t.TempDir()
	for name, content := range map[string]string{
		"go.mod":                  "module example.com/m\n\ngo 1.26\n",
		"main.go":                 "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(\":80\", nil) }\n",
		"Dockerfile":              "FROM debian:12\nCMD app\n",
		"pod.yaml":                "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a}]}\n",
		"list.json":               "[1, 2]\n",
		"notes.txt":               "FROM debian:12\nCMD app\n",
		".pre-commit-config.yaml": "repos: [{repo: " + checkout + ", rev: HEAD, hooks: [{id: gracelint}, {id: gracelint-files}]}]\n",
	} {
		if err := os.WriteFile(filepath.Join(repo, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	git(t, repo, "init", "-q")
	git(t, repo, "add", ".")
	modCache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (string, error) {
		cmd := exec.Command("pre-commit", append([]string{"run"}, args...)...)
		cmd.Dir = repo
		cmd.Env = append(os.Environ(), "PRE_COMMIT_HOME="+filepath.Join(checkout, ".git", "pre-commit"), "PRE_COMMIT_COLOR=never",
			"GOMODCACHE="+strings.TrimSpace(string(modCache)), // pre-commit's own would have to be filled
			"GOFLAGS=-trimpath") // the same command in any folder, so that what it found of the standard library is cached
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	for hook, want := range map[string][]string{
		"gracelint":       {"Dockerfile:2:5: error: ", "main.go:5:15: error: "},
		"gracelint-files": {"Dockerfile:2:5: error: "},
	} {
		out, err := run(hook, "--all-files")
		if err == nil || !strings.Contains(out, "Failed") {
			t.Errorf("%s passes, %v:\n%s", hook, err, out)
		}
		for _, finding := range want {
			if !strings.Contains(out, finding) {
				t.Errorf("%s does not print %q:\n%s", hook, finding, out)
			}
		}
		if n := strings.Count(out, ": error: "); n != len(want) {
			t.Errorf("%s prints %d findings, want %d:\n%s", hook, n, len(want), out)
		}
	}
	for _, files := range [][]string{{"pod.yaml", "list.json"}, {"list.json"}} { // the second holds nothing to check
		out, err := run(append([]string{"gracelint-files", "--files"}, files...)...)
		if err != nil || !strings.Contains(out, "Passed") {
			t.Errorf("gracelint-files on %q, without a fault: %v\n%s", files, err, out)
		}
	}
}

// pre-commit gives the files of a commit to several processes, unless a hook says otherwise: they would see apart what
// belongs together.
func TestEachHookIsOneProcess(t *testing.T) {
	content, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		ID            string
		RequireSerial bool `yaml:"require_serial"`
	}
	if err := yaml.Unmarshal(content, &hooks); err != nil || len(hooks) == 0 {
		t.Fatalf("%d hooks, %v", len(hooks), err)
	}
	for _, hook := range hooks {
		if !hook.RequireSerial {
			t.Errorf("%s is not serial", hook.ID)
		}
	}
}

// committed returns a repository that holds this checkout as it is, new files too, in one commit.
func committed(t *testing.T) string {
	t.Helper()
	files, err := exec.Command("git", "-C", "../..", "ls-files", "-co", "--exclude-standard", "-z").Output()
	if err != nil {
		need.Missing(t, "this is no git checkout, which tells the files that pre-commit would install")
	}
	dir := t.TempDir()
	for _, name := range strings.Split(strings.TrimRight(string(files), "\x00"), "\x00") {
		content, err := os.ReadFile(filepath.Join("../..", name))
		if errors.Is(err, fs.ErrNotExist) {
			continue // deleted, and not committed so
		} else if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	git(t, dir, "init", "-q")
	git(t, dir, "add", ".")
	git(t, dir, "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-qm", "checkout")
	return dir
}

func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_DATE=2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE=2026-01-01T00:00:00Z") // the commit is stamped into the command
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}
