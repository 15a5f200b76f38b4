package manifests

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/want"
)

const fixtures = "../testdata/src"

func TestFixturesGiveTheFindingsTheyWantAndNoNotice(t *testing.T) {
	for path, src := range everyFixture(t) {
		want.Check(t, path, src, checkFile(t, path))
	}
}

// everyFixture returns the content of each fixture by its path.
func everyFixture(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(filepath.Join(fixtures, "manifests"), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files[path], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%d fixtures: %v", len(files), err)
	}
	return files
}

func TestEveryRuleHasABadAndAGoodExample(t *testing.T) {
	for _, rule := range Rules {
		for name, finds := range map[string]int{"bad": 1, "good": 0} {
			paths, err := filepath.Glob(filepath.Join(fixtures, rule.ID, name, "*"))
			if err != nil || len(paths) != 1 {
				t.Fatalf("%s: want one %s example, got %v (%v)", rule.ID, name, paths, err)
			}
			findings := checkFile(t, paths[0])
			if len(findings) != finds {
				t.Errorf("%s: want %d findings, got %v", paths[0], finds, findings)
			}
			for _, f := range findings {
				if f.Rule != rule.ID || f.Severity != rule.Severity {
					t.Errorf("%s: got a finding of %s, %s", paths[0], f.Rule, f.Severity)
				}
			}
		}
	}
}

func TestIgnoredFindingsComeBackMarked(t *testing.T) {
	for path, finds := range map[string]int{
		"manifests/prestop-exceeds-grace/ignored/pod.yaml": 2,
		"manifests/grace-zero/ignored/pod.yaml":            1,
		"manifests/kubectl-delete/ignored/teardown.sh":     1,
	} {
		findings := checkFile(t, filepath.Join(fixtures, path))
		if len(findings) != finds {
			t.Errorf("%s: want %d findings, got %v", path, finds, findings)
		}
		for _, f := range findings {
			if f.Ignored == nil || f.Ignored.Reason == "" {
				t.Errorf("%s:%d: the finding is not marked as ignored: %+v", path, f.Line, f)
			}
		}
	}
}

func TestEveryFindingStandsAtItsFieldToTheColumn(t *testing.T) {
	for rule, want := range map[string]string{
		"prestop-exceeds-grace": `"60"`,
		"tcpsocket-hook":        `tcpSocket`,
		"hook-port":             `admin`,
		"hook-command":          `"sleep 10"`,
		"grace-zero":            `0`,
		"stop-signal":           `SIGKILL`,
		"readiness-grace":       `60`,
		"probe-grace":           `10`,
		"misplaced-field":       `terminationGracePeriodSeconds`,
		"wrong-type":            `"60"`,
		"shell-pid1":            `"gunicorn --bind :$PORT shop.wsgi"`,
		"unexpanded-variable":   `"--port=$PORT"`,
		"sidecar-hook":          ``, // a mapping: it begins there
		"publish-not-ready":     `true`,
		"delete-webhook":        `DELETE`,
		"kubectl-delete":        `--grace-peroid`,
	} {
		paths, _ := filepath.Glob(filepath.Join(fixtures, "manifests", rule, "bad", "*"))
		src, err := os.ReadFile(paths[0])
		if err != nil {
			t.Fatal(err)
		}
		f := checkFile(t, paths[0])[0]
		line := strings.Split(string(src), "\n")[f.Line-1]
		if got := line[f.Column-1 : max(f.Column, f.EndColumn)-1]; got != want || f.EndColumn > 0 && f.EndLine != f.Line {
			t.Errorf("%s stands at %q of %q, want %q", f.Rule, got, line, want)
		}
	}
}

func TestAFindingStandsAtTheFieldAndNamesTheGracePeriodsPlace(t *testing.T) {
	findings := checkFile(t, filepath.Join(fixtures, "manifests/prestop-exceeds-grace/bad/deployment.yaml"))
	f := findings[0]
	if f.Line != 19 || f.Column != 36 || f.EndLine != 19 || f.EndColumn != 40 {
		t.Errorf("want the finding at 19:36 to 19:40, the \"60\" of the hook, got %d:%d to %d:%d", f.Line, f.Column, f.EndLine, f.EndColumn)
	}
	if len(f.Related) != 1 || f.Related[0].Line != 12 || f.Related[0].Column != 38 {
		t.Errorf("want the grace period at 12:38 related, got %+v", f.Related)
	}
}

func TestADefaultGracePeriodHasNoPlace(t *testing.T) {
	findings := checkFile(t, filepath.Join(fixtures, "manifests/prestop-exceeds-grace/argo-scalars/rollout.yaml"))
	if f := findings[0]; len(f.Related) != 0 {
		t.Errorf("want nothing related, got %+v", f.Related)
	}
}

func checkFile(t *testing.T, path string) []gracelint.Finding {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, notices := Parse(path, src)
	switch {
	case notices != nil:
		t.Fatalf("%s: got %v", path, notices)
	case file != nil:
		return Check(file)
	}
	script, _ := ParseScript(path, src)
	if script == nil {
		t.Fatalf("%s is taken neither for a manifest nor for a script that deletes", path)
	}
	return CheckScript(script)
}
