package lint

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/cost"
	"github.com/gracelint/gracelint/testdata/need"
)

func TestTheDemonstrationServiceHasAFaultOfEveryKind(t *testing.T) {
	t.Chdir("../../testdata/src/demo")
	// The executable that go vet runs is the command's, which a test is not: the Go rules have their own test, with
	// the real one, in cmd/gracelint.
	report, err := Run(context.Background(), []string{"Dockerfile", "mailer.Dockerfile", "deploy"}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range report.Findings {
		got = append(got, f.Path+" "+f.Rule)
	}
	want := []string{
		"Dockerfile dockerfile/shell-pid1",
		"deploy/mailer.yaml manifests/grace-zero",
		"deploy/services.yaml manifests/publish-not-ready",
		"deploy/services.yaml manifests/misplaced-field",
		"deploy/services.yaml manifests/stop-signal",
		"deploy/services.yaml manifests/unexpanded-variable",
		"deploy/services.yaml manifests/tcpsocket-hook",
		"deploy/services.yaml manifests/hook-port",
		"deploy/services.yaml manifests/wrong-type",
		"deploy/services.yaml manifests/shell-pid1",
		"deploy/services.yaml manifests/readiness-grace",
		"deploy/services.yaml manifests/hook-command",
		"deploy/services.yaml manifests/sidecar-hook",
		"deploy/services.yaml manifests/probe-grace",
		"deploy/storefront.yaml manifests/prestop-exceeds-grace",
		"deploy/teardown.sh manifests/kubectl-delete",
		"mailer.Dockerfile dockerfile/unexpanded-variable",
	}
	if !slices.Equal(got, want) || len(report.Notices) > 0 {
		t.Errorf("got\n%s\nand notices %v, want\n%s", strings.Join(got, "\n"), report.Notices, strings.Join(want, "\n"))
	}
}

func TestDockerfilesAreReadWithWhatLiesAroundThem(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		".git/HEAD":             "",
		"broken/Dockerfile":     "FROM debian\nCOMD app\n",
		"a/Dockerfile":          "FROM debian\nCOPY docker/run.sh /\nCMD [\"/run.sh\"]\n",
		"b/Dockerfile":          "FROM debian AS worker\nCMD app\nFROM debian\nCOPY docker/run.sh /\nCMD [\"/run.sh\"]\n",
		"docker/run.sh":         "#!/bin/sh\n# gracelint:ignore dockerfile/lost-trap there is none\napp\n",
		"out/Dockerfile":        "FROM debian\nCOPY run.sh /\nCMD [\"/run.sh\"]\n",
		"deploy/compose.yaml":   "services:\n  b: {build: {context: .., dockerfile: b/Dockerfile, target: worker}}\n  none: {build: ../none}\n",
		"deploy/compose.yml":    "services: [\n",
		"deploy/sub/Dockerfile": "FROM debian\nCOPY ../../docker/run.sh /\nCMD [\"/run.sh\"]\n", // .. does not lead out of the context
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(t.TempDir(), "run.sh")
	if err := os.WriteFile(outside, []byte("#!/bin/sh\napp\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "out", "run.sh")); err != nil {
		need.Missing(t, err.Error())
	}
	for _, from := range []string{".", "b"} {
		t.Run("from "+from, func(t *testing.T) {
			t.Chdir(filepath.Join(dir, from))
			rel := func(name string) string {
				rel, _ := filepath.Rel(from, name)
				return filepath.ToSlash(rel)
			}
			report, err := Run(context.Background(), []string{rel("a"), rel("b"), rel("broken"), rel("out"), rel("deploy")}, Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range report.Findings {
				got = append(got, fmt.Sprintf("%s:%d %s", f.Path, f.Line, f.Rule))
			}
			want := []string{
				rel("b/Dockerfile") + ":2 dockerfile/shell-pid1",
				rel("docker/run.sh") + ":2 gracelint/ignore",
				rel("docker/run.sh") + ":3 dockerfile/script-without-exec",
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			failed := slices.DeleteFunc(report.Notices, func(n gracelint.Notice) bool { return n.Kind != gracelint.Failed })
			if len(failed) != 1 || failed[0].Path != rel("broken/Dockerfile") {
				t.Errorf("notices %v, want one of the Dockerfile that is broken", failed)
			}
		})
	}
}

func finding(rule, fault string) gracelint.Finding {
	return gracelint.Finding{Rule: rule, Fault: fault}
}

func TestOneFaultIsOneFinding(t *testing.T) {
	ignored := finding("serverclose/unstoppable", "b")
	ignored.Ignored = &gracelint.Ignore{}
	got := mergeFaults([]gracelint.Finding{
		finding("signalnotify/missing-handler", "a"),
		finding("serverclose/unstoppable", "a"),
		finding("serverclose/missing-shutdown", "a"),
		finding("signalnotify/missing-handler", "b"),
		ignored,
		finding("signalnotify/missing-handler", "c"),
		finding("dockerfile/shell-pid1", "d"),
		finding("timeline/dead-handler", "d"),
		finding("dockerfile/shell-pid1", "e"),
		finding("wggo/early-done", ""),
		finding("wggo/early-done", ""),
	})
	var lines []string
	for _, f := range got {
		lines = append(lines, strings.TrimSpace(f.Fault+" "+f.Rule+" "+strings.Join(f.Also, ",")))
	}
	want := []string{
		"a serverclose/unstoppable signalnotify/missing-handler",
		"a serverclose/missing-shutdown signalnotify/missing-handler",
		"c signalnotify/missing-handler",
		"d timeline/dead-handler dockerfile/shell-pid1",
		"e dockerfile/shell-pid1",
		"wggo/early-done",
		"wggo/early-done",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestTheSelectionOfRules(t *testing.T) {
	strict := finding("wggo/early-done", "")
	strict.Strict = true
	findings := []gracelint.Finding{strict, finding("wggo/early-done", "default"), finding("manifests/grace-zero", "")}
	for _, test := range []struct {
		name string
		Selection
		want int
	}{
		{"default", Selection{}, 2},
		{"strict", Selection{Strict: true}, 3},
		{"a rule enabled", Selection{Enable: []string{"wggo/early-done"}}, 3},
		{"another rule enabled", Selection{Enable: []string{"manifests/grace-zero"}}, 2},
		{"a rule disabled", Selection{Disable: []string{"wggo/early-done"}}, 1},
		{"only one, its strict findings too", Selection{Only: []string{"wggo/early-done"}}, 2},
		{"strict, and only one", Selection{Strict: true, Only: []string{"manifests/grace-zero"}}, 1},
		{"only one, which is disabled", Selection{Only: []string{"wggo/early-done"}, Disable: []string{"wggo/early-done"}}, 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.choose(slices.Clone(findings)); len(got) != test.want {
				t.Errorf("%d findings, want %d: %v", len(got), test.want, got)
			}
		})
	}
}

func TestAnInterruptionIsAnError(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{"go.mod": "module example.com/m\n", "main.go": "package main\n"} {
		if err := os.WriteFile(dir+"/"+name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ctx, nil, Options{Progress: func(string) {}}); err == nil {
		t.Error("a run that was interrupted reports that all is well")
	}
}

func TestAFileTooLargeForAManifestIsNotRead(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, test := range map[string]struct {
		content string
		want    gracelint.NoticeKind
	}{
		"pod.json":       {`{"apiVersion": "v1", "kind": "Pod"}`, gracelint.Failed},
		"data.json":      {`{"version": 1}`, gracelint.Skipped},
		"Dockerfile":     {"FROM debian", gracelint.Failed},
		"compose.yaml":   {"services: {}\n", gracelint.Failed},
		"kustomize.yaml": {strings.Repeat("#", 1<<20-5) + "\napiVersion: v1\nkind: Pod\n", gracelint.Failed},
	} {
		if err := os.WriteFile(name, []byte(test.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(name, gracelint.MaxFile+1); err != nil {
			t.Fatal(err)
		}
		report, err := Run(context.Background(), []string{name}, Options{})
		if err != nil || len(report.Notices) != 1 || report.Notices[0].Kind != test.want || report.Notices[0].Path != name {
			t.Errorf("%s: %v, %+v", name, err, report)
		}
	}
}

func TestAFileThatIsDecodedWholeIsBounded(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"compose.yaml":       "services: {a: {build: .}}\n",
		"skaffold.yaml":      "build: {artifacts: []}\n",
		"kustomization.yaml": "images: []\n",
	} {
		if err := os.WriteFile(name, []byte(content+"x: ["+strings.Repeat("[],", gracelint.MaxConfig/3)+"]\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		cost.Limit(t, 5*time.Second, 500, func() {
			report, err := Run(context.Background(), []string{name}, Options{})
			if err != nil || len(report.Notices) != 1 || report.Notices[0].Kind != gracelint.Failed {
				t.Errorf("%s: %v, %+v", name, err, report)
			}
		})
	}
}

func TestWhatIsWrongInTheConfigurationIsSaid(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"Dockerfile":      "FROM debian:12\nCMD [\"app\"]\n",
		".gracelint.yaml": "servces: []\n",
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	report, err := Run(context.Background(), []string{"."}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Notices) != 1 || report.Notices[0].Path != ".gracelint.yaml" || report.Notices[0].Line != 1 || report.Notices[0].Kind != gracelint.Failed {
		t.Errorf("notices %v, want one of the configuration", report.Notices)
	}
}

func TestThePathsOfTheConfigurationAreLookedUpBesideIt(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		".git/HEAD":       "",
		".gracelint.yaml": "services:\n- main: cmd/web\n  dockerfile: Dockerfile\n- main: cmd/gone\n  dockerfile: Dockerfile\n",
		"cmd/web/README":  "",
		"Dockerfile":      "FROM debian\nCMD [\"app\"]\n",
		"deploy/pod.yaml": "",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for from, paths := range map[string][]string{".": {"Dockerfile"}, "deploy": {"../Dockerfile"}} {
		t.Run("from "+from, func(t *testing.T) {
			t.Chdir(filepath.Join(dir, from))
			report, err := Run(context.Background(), paths, Options{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, n := range report.Notices {
				got = append(got, fmt.Sprintf("%s:%d: %s", filepath.Base(n.Path), n.Line, n.Message))
			}
			want := []string{".gracelint.yaml:4: main: there is no cmd/gone: correct the path, which begins at the folder of this file"}
			if !slices.Equal(got, want) {
				t.Errorf("notices %q, want %q", got, want)
			}
		})
	}
}
