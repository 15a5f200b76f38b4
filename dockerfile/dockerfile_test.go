package dockerfile

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/testdata/want"
)

const fixtures = "../testdata/src/dockerfile"

func TestFixtures(t *testing.T) {
	dirs, err := filepath.Glob(fixtures + "/*/*")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no fixtures in %s: %v", fixtures, err)
	}
	for _, dir := range dirs {
		name, _ := filepath.Rel(fixtures, dir)
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			findings := checkFolder(t, dir)
			err := filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
				if err != nil || entry.IsDir() {
					return err
				}
				src, err := os.ReadFile(file)
				if err != nil {
					return err
				}
				here := slices.DeleteFunc(slices.Clone(findings), func(f gracelint.Finding) bool { return f.Path != filepath.ToSlash(file) })
				want.Check(t, file, src, here)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}

// checkFolder checks the Dockerfile of a folder that is its build context, and the repository.
func checkFolder(t *testing.T, dir string) []gracelint.Finding {
	t.Helper()
	file := filepath.Join(dir, "Dockerfile")
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	f, notices := Parse(filepath.ToSlash(file), src, Build{
		Files: os.DirFS(dir),
		Name:  func(name string) string { return filepath.ToSlash(filepath.Join(dir, name)) },
		File:  "Dockerfile",
	})
	if f == nil {
		t.Fatalf("not parsed: %v", notices)
	}
	return Check(f)
}

func TestEveryRuleHasABadAndAGoodExample(t *testing.T) {
	for _, rule := range Rules {
		for kind, want := range map[string]int{"bad": 1, "good": 0} {
			dir := filepath.Join(fixtures, strings.TrimPrefix(rule.ID, "dockerfile/"), kind)
			findings := checkFolder(t, dir)
			if len(findings) != want || want == 1 && findings[0].Rule != rule.ID {
				t.Errorf("%s: %d findings, want %d of %s", dir, len(findings), want, rule.ID)
			}
		}
	}
}

func TestAFixMendsTheFindingAndKeepsTheVariables(t *testing.T) {
	for _, tc := range []struct {
		name, before, after string // instructions on the base; after is empty where nothing can be offered
		safe                bool
	}{
		{"a simple command", `CMD app`, `CMD exec app`, true},
		{"variables", `CMD app --port=$PORT "$HOST"`, `CMD exec app --port=$PORT "$HOST"`, true},
		{"indented, lower case", `  cmd   app`, `  cmd   exec app`, true},
		{"an assignment", `CMD A=$B app`, `CMD A=$B exec app`, true},
		{"a list", `ENTRYPOINT cd /srv && ./app`, `ENTRYPOINT cd /srv && exec ./app`, true},
		{"a redirection", `CMD app > log 2>&1`, `CMD exec app > log 2>&1`, true},
		{"branches", `CMD if [ -n "$DEBUG" ]; then app -v; else app; fi`, `CMD if [ -n "$DEBUG" ]; then exec app -v; else exec app; fi`, true},
		{"continued lines", "CMD cd /srv && \\\n  # comment\n\n  app $A \\\n  $B", "CMD cd /srv && \\\n  # comment\n\n  exec app $A \\\n  $B", true},
		{"a word in two lines", "CMD cd /srv && ap\\\np $A", "CMD cd /srv && exec ap\\\np $A", true},
		{"CRLF", "CMD cd /srv && \\\r\n  app $A\r\n", "CMD cd /srv && \\\r\n  exec app $A\r\n", true},
		{"letters of several bytes", `CMD echo "größe → $A" && app`, `CMD echo "größe → $A" && exec app`, true},
		{"sh -c", `CMD ["sh", "-c", "app $A"]`, `CMD ["sh", "-c", "exec app $A"]`, true},
		{"sh -c over lines", "CMD [\"sh\", \\\n \"-c\", \\\n \"cd / && app $A\"]", "CMD [\"sh\", \\\n \"-c\", \\\n \"cd / && exec app $A\"]", true},
		{"sh -c, an escape after", `CMD ["sh", "-c", "app \"$A\""]`, `CMD ["sh", "-c", "exec app \"$A\""]`, true},
		{"sh -c, an escape before", `CMD ["sh", "-c", "cd \"$D\" && app"]`, "", false},
		{"ENTRYPOINT sh -c, then CMD", "ENTRYPOINT [\"sh\", \"-c\"]\nCMD [\"app\"]", "ENTRYPOINT [\"sh\", \"-c\"]\nCMD [\"exec app\"]", true},
		{"a shell of its own", `CMD bash -c "app $A"`, `CMD exec bash -c "app $A"`, true},
		{"a shell of its own that stays", `CMD sh -c app`, "", false},
		{"a pipe", `CMD app | tee log`, "", false},
		{"something after it", `CMD app || true`, "", false},
		{"a background job", `CMD agent & app`, "", false},
		{"a trap", `CMD trap 'rm -f pid' EXIT; app`, "", false},

		{"an unexpanded variable", `CMD ["app", "--port=$PORT"]`, `CMD ["sh", "-c", "exec app --port=$PORT"]`, true},
		{"one, and one that is none", `CMD ["app", "$a", "-p", "${PORT:-80}"]`, `CMD ["sh", "-c", "exec app '$a' -p ${PORT:-80}"]`, true},
		{"a default of words", `CMD ["app", "${NAME:-a b}"]`, "", false},
		{"an expansion that only bash has", `CMD ["app", "${NAME^^}"]`, "", false},
		{"two of them", `CMD ["app", "$AA", "-p", "${PORT}"]`, `CMD ["sh", "-c", "exec app $AA -p ${PORT}"]`, true},
		{"quotes for the rest", `CMD ["app", "a b", "it's", "$NAME & <co>"]`, `CMD ["sh", "-c", "exec app 'a b' \"it's\" \"$NAME & <co>\""]`, true},
		{"a dollar that is none", `CMD ["app", "$1", "--port=$PORT"]`, `CMD ["sh", "-c", "exec app '$1' --port=$PORT"]`, true},
		{"a dollar that is none beside one", `CMD ["app", "$1$PORT"]`, "", false},
		{"as the program", `CMD ["$APP", "-v"]`, `CMD ["sh", "-c", "exec $APP -v"]`, true},
		{"behind an init", "ENTRYPOINT [\"tini\", \"--\"]\nCMD [\"app\", \"$PORT\"]", "ENTRYPOINT [\"tini\", \"--\"]\nCMD [\"sh\", \"-c\", \"exec app $PORT\"]", true},
		{"in ENTRYPOINT", `ENTRYPOINT ["app", "$PORT"]`, `ENTRYPOINT ["sh", "-c", "exec app $PORT \"$@\"", "--"]`, false},
		{"in ENTRYPOINT, then CMD", "ENTRYPOINT [\"app\", \"$PORT\"]\nCMD [\"-v\"]", "ENTRYPOINT [\"sh\", \"-c\", \"exec app $PORT \\\"$@\\\"\", \"--\"]\nCMD [\"-v\"]", false},
		{"in ENTRYPOINT and CMD", "ENTRYPOINT [\"app\", \"$PORT\"]\nCMD [\"$HOST\"]", "", false},
		{"in the arguments of CMD", "ENTRYPOINT [\"app\"]\nCMD [\"--port=$PORT\"]", "", false},
		{"in options for the image's own entrypoint", `CMD ["--port=$PORT"]`, "", false},
		{"only by ARG", "ARG PORT\nCMD [\"app\", \"$PORT\"]", "", false},
		{"with a comment between", "CMD [\"app\", \\\n# why\n\"$PORT\"]", "", false},
		{"over lines", "CMD [\"app\", \\\n\t\"$PORT\"]\n", "CMD [\"sh\", \"-c\", \"exec app $PORT\"]\n", true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			base := "\ufeffFROM debian:12\n"
			findings := check(t, "Dockerfile", base+tc.before)
			if len(findings) != 1 {
				t.Fatalf("%d findings, want 1: %v", len(findings), findings)
			}
			if len(findings[0].Fixes) == 0 {
				if tc.after != "" {
					t.Error("no fix is offered")
				}
				return
			}
			fix := findings[0].Fixes[0]
			after := apply(base+tc.before, fix.Edits)
			if after != base+tc.after || fix.Safe != tc.safe {
				t.Errorf("fixed to %q, safe: %v; want %q, safe: %v", after, fix.Safe, base+tc.after, tc.safe)
			}
			if left := check(t, "Dockerfile", after); len(left) > 0 {
				t.Errorf("after the fix: %s", left[0].Text())
			}
		})
	}
}

func TestAFixForAnImageWithAnEntrypointOfItsOwnIsNotSafe(t *testing.T) {
	for base, want := range map[string]bool{
		"python:3": true, "docker.io/library/python:3": true,
		"postgres:16": false, "docker.io/library/postgres": false, "acme/base": false,
	} {
		findings := check(t, "Dockerfile", "FROM "+base+"\nCMD [\"app\", \"--port=$PORT\"]\n")
		if len(findings) != 1 || len(findings[0].Fixes) != 1 || findings[0].Fixes[0].Safe != want {
			t.Errorf("%s: %+v, want one finding with a fix, safe: %v", base, findings, want)
		}
	}
}

func TestAFindingStandsAtTheCommandThatDecides(t *testing.T) {
	for _, tc := range []struct {
		name, src, at string
		place         [4]int
		related       [2]int
	}{
		{"shell form", "FROM debian\nCMD cd / && app -v\n", "app -v", [4]int{2, 13, 2, 19}, [2]int{1, 1}},
		{"columns are code points", "FROM debian\nCMD echo \"→\" && app\n", "app", [4]int{2, 17, 2, 20}, [2]int{1, 1}},
		{"over lines", "FROM debian\nCMD cd / && \\\n\n# x\n\tapp \\\n  -v\n", "app \\\n  -v", [4]int{5, 2, 6, 5}, [2]int{1, 1}},
		{"CRLF", "FROM debian\r\nCMD cd / && \\\r\n  app\r\n", "app", [4]int{3, 3, 3, 6}, [2]int{1, 1}},
		{"BOM", "\ufeffFROM debian\nCMD app", "app", [4]int{2, 5, 2, 8}, [2]int{1, 1}},
		{"escape", "# escape=`\nFROM debian\nCMD cd / && `\n  app\n", "app", [4]int{4, 3, 4, 6}, [2]int{2, 1}},
		{"exec form", `FROM debian` + "\n" + `CMD [ "sh" , "-c", "cd / && app" ]`, "app", [4]int{2, 29, 2, 32}, [2]int{1, 1}},
		{"exec form with escapes", `FROM debian` + "\n" + `CMD ["sh", "-c", "cd \"/\" && app"]`, `"cd \"/\" && app"`, [4]int{2, 18, 2, 35}, [2]int{1, 1}},
		{"the base of the base", "FROM alpine AS a\n FROM debian AS b\nFROM B\nCMD app\n", "app", [4]int{4, 5, 4, 8}, [2]int{2, 2}},
		{"SHELL", "FROM debian\nSHELL [\"bash\", \"-c\"]\nCMD app | cat\n", "app", [4]int{3, 5, 3, 8}, [2]int{2, 1}},
		{"the shell named", "FROM debian\nCMD [\"bash\", \"-c\", \"app | cat\"]\n", "app", [4]int{2, 21, 2, 24}, [2]int{}},
		{"a variable", "FROM debian\nCMD [\"app\", \"--port=${PORT}!\"]\n", "${PORT}", [4]int{2, 21, 2, 28}, [2]int{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			findings := check(t, "Dockerfile", tc.src)
			if len(findings) != 1 {
				t.Fatalf("%d findings, want 1", len(findings))
			}
			found := findings[0]
			if place := [4]int{found.Line, found.Column, found.EndLine, found.EndColumn}; place != tc.place {
				t.Errorf("at %v, want %v", place, tc.place)
			}
			var related [2]int
			for _, r := range found.Related {
				related = [2]int{r.Line, r.Column}
			}
			if related != tc.related {
				t.Errorf("related is %v, want %v", related, tc.related)
			}
			line := []rune(strings.Split(strings.TrimPrefix(tc.src, "\ufeff"), "\n")[found.Line-1])
			at, _, _ := strings.Cut(tc.at, "\n")
			if text := string(line[found.Column-1:]); !strings.HasPrefix(text, at) {
				t.Errorf("it stands at %q, want %q", text, at)
			}
		})
	}
}

func TestGunicornIsAsRightAsItsShell(t *testing.T) {
	const gunicorn = "gunicorn --bind :$PORT --workers 1 --threads 8 --timeout 0 app:app"
	for _, tc := range []struct {
		base, command string
		lost          bool
	}{
		{"python:3", "exec " + gunicorn, false},
		{"python:3-alpine", "exec " + gunicorn, false},
		{"python:3", gunicorn, true},
		{"python:3-slim", gunicorn, true},
		{"python:3-alpine", gunicorn, false},
		{"registry.access.redhat.com/ubi9/python-312", gunicorn, false},
		{"registry.access.redhat.com/ubi9/python-312", gunicorn + " > log 2>&1", true},
		{"registry.access.redhat.com/ubi9/python-312", "exec " + gunicorn + " > log 2>&1", false},
	} {
		src := "FROM " + tc.base + "\nCMD " + tc.command + "\n"
		findings := check(t, "Dockerfile", src)
		if !tc.lost {
			if len(findings) > 0 {
				t.Errorf("%q: %s", src, findings[0].Text())
			}
			continue
		}
		if len(findings) != 1 || findings[0].Rule != shellPID1.ID || len(findings[0].Fixes) != 1 {
			t.Errorf("%q: %+v, want shell-pid1 with a fix", src, findings)
			continue
		}
		want := "FROM " + tc.base + "\nCMD exec " + tc.command + "\n"
		if mended := apply(src, findings[0].Fixes[0].Edits); mended != want || len(check(t, "Dockerfile", mended)) > 0 {
			t.Errorf("%q is mended to %q, want %q, and no finding", src, mended, want)
		}
	}
}

func TestSeverityTellsWhatIsKnown(t *testing.T) {
	for src, want := range map[string]gracelint.Severity{
		"FROM debian\nCMD app":                                  gracelint.Error,
		"FROM acme/base\nCMD app":                               gracelint.Warning,
		"FROM $BASE\nCMD app":                                   gracelint.Warning,
		"FROM acme/base\nCMD [\"bash\", \"-c\", \"app | cat\"]": gracelint.Error, // bash, whatever the base
	} {
		if findings := check(t, "Dockerfile", src); len(findings) != 1 || findings[0].Severity != want {
			t.Errorf("%q: %v, want one finding, %s", src, findings, want)
		}
	}
}

func TestAStageThatIsBuiltByNameIsChecked(t *testing.T) {
	src := "FROM debian AS web\nCMD app\nFROM debian AS dev\nCMD app\nFROM web AS worker\nFROM debian\nCMD [\"app\"]\n"
	for target, want := range map[string]int{"": 0, "web": 2, "WORKER": 2, "dev": 0, "other": 0} {
		f, _ := Parse("Dockerfile", []byte(src), Build{Targets: []string{target, target}})
		findings := Check(f)
		switch {
		case want == 0 && len(findings) > 0, want > 0 && (len(findings) != 1 || findings[0].Line != want):
			t.Errorf("target %q: %v, want line %d", target, findings, want)
		}
	}
}

func TestADockerfileForDevelopmentHasNoPID1ToSpeakOf(t *testing.T) {
	for name, want := range map[string]int{"Dockerfile": 1, "api.Dockerfile": 1, "Dockerfile.dev": 0, "Dockerfile-local": 0, "dev/Dockerfile": 1, "Dockerfile.device": 1} {
		if got := len(check(t, name, "FROM debian\nCMD app\n")); got != want {
			t.Errorf("%s: %d findings, want %d", name, got, want)
		}
	}
}

func TestAFindingInAScriptNamesWhatStartsIt(t *testing.T) {
	dir := fixtures + "/script-without-exec/redirection"
	found := checkFolder(t, dir)
	starter := "entrypoint.sh (ENTRYPOINT of " + dir + "/Dockerfile) starts ./server without exec"
	if len(found) != 1 || !strings.HasPrefix(found[0].Message, starter) {
		t.Errorf("%+v, want one finding, %s", found, starter)
	}
	dir = fixtures + "/shell-pid1/script"
	found = checkFolder(t, dir)
	want := gracelint.Related{Path: dir + "/entrypoint.sh", Line: 2, Column: 1, Message: "entrypoint.sh starts app without exec, too"}
	if len(found) != 1 || !slices.Contains(found[0].Related, want) {
		t.Errorf("%+v, want one finding, related to %+v", found, want)
	}
}

func TestAFixOfAScriptIsInTheScript(t *testing.T) {
	dir := fixtures + "/script-without-exec/gosu"
	found := checkFolder(t, dir)
	if len(found) != 1 || len(found[0].Fixes) != 1 || !found[0].Fixes[0].Safe {
		t.Fatalf("%+v, want one finding with a safe fix", found)
	}
	src, err := os.ReadFile(dir + "/entrypoint.sh")
	if err != nil {
		t.Fatal(err)
	}
	edits := found[0].Fixes[0].Edits
	if edits[0].Path != dir+"/entrypoint.sh" || !strings.Contains(apply(string(src), edits), "\nexec gosu app /usr/bin/app") {
		t.Errorf("%+v", edits)
	}
}

func TestAFixWritesTheExecForm(t *testing.T) {
	for before, after := range map[string]string{
		"FROM scratch\nCMD /app -v --x=y":            "FROM scratch\nCMD [\"/app\", \"-v\", \"--x=y\"]",
		"FROM scratch\nCMD /app \\\n  -v\n":          "FROM scratch\nCMD [\"/app\", \"-v\"]\n",
		"FROM scratch\nCMD /app $PORT":               "",
		"FROM scratch\nCMD A=1 /app":                 "",
		"FROM alpine\nCMD ['app', '-v']":             "FROM alpine\nCMD [\"app\", \"-v\"]",
		"FROM alpine\nCMD [\"app\", \"-v\",]":        "FROM alpine\nCMD [\"app\", \"-v\"]",
		"FROM alpine\nCMD [“app”, -v]":               "FROM alpine\nCMD [\"app\", \"-v\"]",
		"FROM alpine\nENTRYPOINT ['it is', \"$A\"]":  "FROM alpine\nENTRYPOINT [\"it is\", \"$A\"]",
		"FROM alpine\nCMD ['app',\\\n # why\n '-v']": "",
		"FROM alpine\nCMD [\"app\" \"-v\"]":          "",
	} {
		findings := check(t, "Dockerfile", before)
		if len(findings) != 1 {
			t.Errorf("%q: %d findings, want 1", before, len(findings))
			continue
		}
		got := ""
		if len(findings[0].Fixes) > 0 {
			got = apply(before, findings[0].Fixes[0].Edits)
		}
		if got != after {
			t.Errorf("%q: fixed to %q, want %q", before, got, after)
		}
	}
}

func TestAnIgnoredFindingNamesItsComment(t *testing.T) {
	for name, src := range map[string]string{
		"above the instruction": "FROM debian\n# gracelint:ignore dockerfile/shell-pid1 why\nCMD cd / && \\\n  app\n",
		"above the line":        "FROM debian\nCMD cd / && \\\n# gracelint:ignore dockerfile/shell-pid1 why\n  app\n",
		"with CRLF":             "FROM debian\r\n# gracelint:ignore dockerfile/shell-pid1 why\r\nCMD app\r\n",
	} {
		findings := check(t, "Dockerfile", src)
		if len(findings) != 1 || findings[0].Ignored == nil || findings[0].Ignored.Reason != "why" {
			t.Errorf("%s: %+v, want one ignored finding", name, findings)
		}
	}
}

func check(t *testing.T, path, src string) []gracelint.Finding {
	t.Helper()
	f, notices := Parse(path, []byte(src), Build{})
	if f == nil {
		t.Fatalf("not parsed: %v", notices)
	}
	return Check(f)
}

func apply(src string, edits []gracelint.Edit) string {
	edits = slices.SortedFunc(slices.Values(edits), func(a, b gracelint.Edit) int { return cmp.Compare(b.Start, a.Start) })
	for _, e := range edits {
		src = src[:e.Start] + e.New + src[e.End:]
	}
	return src
}
