package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPreCommit installs the hooks from this checkout, as pre-commit does from a release, into a repository with a
// fault in its Go code and one in its Dockerfile.
func TestPreCommit(t *testing.T) {
	need(t, "pre-commit", "git")
	checkout, err := exec.Command("git", "rev-parse", "--show-toplevel").Output()
	if err != nil {
		skip(t, "this is no git checkout, which pre-commit installs from")
	}
	repo := t.TempDir()
	for name, content := range map[string]string{
		"go.mod":     "module example.com/m\n\ngo 1.26\n",
		"main.go":    "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(\":80\", nil) }\n",
		"Dockerfile": "FROM debian:12\nCMD app\n",
		"pod.yaml":   "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a}]}\n",
		"list.json":  "[1, 2]\n",
		"notes.txt":  "FROM debian:12\nCMD app\n",
	} {
		if err := os.WriteFile(filepath.Join(repo, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	env := append(os.Environ(), "PRE_COMMIT_HOME="+t.TempDir(), "PRE_COMMIT_COLOR=never", "GIT_CONFIG_GLOBAL="+os.DevNull)
	modCache, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	env = append(env, "GOMODCACHE="+strings.TrimSpace(string(modCache))) // pre-commit's own would have to be filled
	run := func(name string, args ...string) (string, error) {
		cmd := exec.Command(name, args...)
		cmd.Dir, cmd.Env = repo, env
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}} {
		if out, err := run("git", args...); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	for hook, want := range map[string][]string{
		"gracelint":       {"Dockerfile:2:5: error: ", "main.go:5:15: error: "},
		"gracelint-files": {"Dockerfile:2:5: error: "},
	} {
		out, err := run("pre-commit", "try-repo", strings.TrimSpace(string(checkout)), hook, "--all-files")
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
	out, err := run("pre-commit", "try-repo", strings.TrimSpace(string(checkout)), "gracelint-files", "--files", "pod.yaml", "list.json")
	if err != nil || !strings.Contains(out, "Passed") {
		t.Errorf("gracelint-files on files without a fault: %v\n%s", err, out)
	}
}

// need skips the test where a tool is missing, and fails it in CI, which has all of them.
func need(t *testing.T, tools ...string) {
	t.Helper()
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			skip(t, tool+" is not on PATH")
		}
	}
}

func skip(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("in CI nothing is skipped: %s", why)
	}
	t.Skip(why)
}
