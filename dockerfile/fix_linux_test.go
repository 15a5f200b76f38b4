package dockerfile

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gracelint/gracelint/shell"
	"github.com/gracelint/gracelint/testdata/need"
	"github.com/gracelint/gracelint/testdata/pid1"
)

// realShells are what a family of /bin/sh is on the machine that tests.
var realShells = map[shell.Family][]string{shell.Dash: {"dash"}, shell.Bash: {"bash", "--posix"}, shell.BusyBox: {"busybox", "sh"}}

// TestASafeFixBringsSIGTERMToTheProgram applies the fix of each command, runs it with the shell of the base image as
// PID 1, and looks whether the app hears SIGTERM, can finish, and has the arguments that it had, or should have had.
func TestASafeFixBringsSIGTERMToTheProgram(t *testing.T) {
	bin := pid1.Build(t)
	for _, tc := range []struct {
		base, instructions string
		script             string   // that /run.sh holds
		args               []string // of the app; X is 1 in the environment
	}{
		{"debian", `CMD app`, "", nil},
		{"debian", `CMD app --port=$X "a b" 'c$X'`, "", []string{"--port=1", "a b", "c$X"}},
		{"debian", `ENTRYPOINT cd / && app -v`, "", []string{"-v"}},
		{"debian", `CMD Y=2 Z=$X app -v`, "", []string{"-v"}},
		{"debian", `CMD true; false || app $X`, "", []string{"1"}},
		{"debian", `CMD app "${NONE:-a  b}" ${X:+set} $((X+1))`, "", []string{"a  b", "set", "2"}},
		{"debian", "CMD app \\\n  -a \\\n  # why\n  -b", "", []string{"-a", "-b"}},
		{"debian", "CMD app one\\ two \"\\$X\"", "", []string{"one two", "$X"}},
		{"debian", `CMD app > /dev/null 2>&1 -q`, "", []string{"-q"}},
		{"debian", `CMD { true; app -v; }`, "", []string{"-v"}},
		{"debian", `CMD if [ -n "$NONE" ]; then app no; else app yes; fi`, "", []string{"yes"}},
		{"debian", `CMD case $X in 1) app one;; *) app other;; esac`, "", []string{"one"}},
		{"debian", `CMD ["sh", "-c", "app $X 'a b'"]`, "", []string{"1", "a b"}},
		{"debian", `ENTRYPOINT ["sh", "-c"]` + "\n" + `CMD ["cd / && app -v"]`, "", []string{"-v"}},
		{"debian", `ENTRYPOINT ["sh", "-c", "app \"$@\"", "app"]` + "\n" + `CMD ["a b", "c"]`, "", []string{"a b", "c"}},
		{"debian", `ENTRYPOINT ["tini", "--"]` + "\n" + `CMD ["sh", "-c", "app $X"]`, "", []string{"1"}},
		{"debian", `ENTRYPOINT ["dumb-init", "--", "sh", "-c", "true && app x"]`, "", []string{"x"}},
		{"debian", `CMD gosu root app -v`, "", []string{"-v"}},
		{"debian", `CMD bash -c 'app "$0" $X' zero`, "", []string{"zero", "1"}},
		{"fedora", `CMD app $X > /dev/null`, "", []string{"1"}},
		{"fedora", `CMD { app -v; }`, "", []string{"-v"}},
		{"fedora", `CMD if true; then app -v; fi`, "", []string{"-v"}},
		{"fedora", `CMD ["bash", "-c", "cd / && app $X 2>&1"]`, "", []string{"1"}},
		{"alpine", `CMD { app -v; } > /dev/null`, "", []string{"-v"}},
		{"alpine", `CMD ["sh", "-c", "app $X\n"]`, "", []string{"1"}},
		{"debian", `CMD ["app", "--port=$X", "a b"]`, "", []string{"--port=1", "a b"}},
		{"debian", `CMD ["app", "${X}", "it's", "$1", "*"]`, "", []string{"1", "it's", "$1", "*"}},
		{"alpine", `CMD ["app", "${X:-0} & co"]`, "", []string{"1 & co"}},
		{"debian", `CMD ['app', '-v', "a b"]`, "", []string{"-v", "a b"}},
		{"debian", `CMD [ "app", "-v", ]`, "", []string{"-v"}},
		{"scratch", `CMD app -v --port=80`, "", []string{"-v", "--port=80"}},
		{"debian", "ENTRYPOINT [\"/run.sh\"]\nCMD [\"app\", \"a b\", \"$\"]", "#!/bin/sh\nset -e\n\"$@\"\n", []string{"a b", "$"}},
		{"debian", "ENTRYPOINT [\"/run.sh\"]\nCMD [\"a b\"]", "#!/bin/bash\nif [ \"$1\" = x ]; then\n\tapp other\nelse\n\tapp \"$@\" > /dev/null\nfi\n", []string{"a b"}},
		{"alpine", `CMD ["/run.sh"]`, "#!/bin/sh\ngosu root app $X # starts it\n\n", []string{"1"}},
		{"alpine", `CMD ["tini", "/run.sh"]`, "#!/bin/sh\napp $X", []string{"1"}},
	} {
		t.Run(tc.base+" "+tc.instructions, func(t *testing.T) {
			t.Parallel()
			need.ToolsIn(t, tc.instructions, tc.script)
			src := "FROM " + tc.base + "\nENV X=1\nCOPY run.sh /run.sh\n" + tc.instructions + "\n"
			build := Build{Name: func(name string) string { return name }, File: "Dockerfile", Files: fstest.MapFS{"run.sh": {Data: []byte(tc.script)}}}
			f, _ := Parse("Dockerfile", []byte(src), build)
			sh := f.final().Sh
			if shell := realShells[sh]; shell != nil {
				need.Tools(t, shell[0])
			}
			findings := Check(f)
			if len(findings) != 1 || len(findings[0].Fixes) != 1 || !findings[0].Fixes[0].Safe {
				t.Fatalf("%+v, want one finding with a safe fix", findings)
			}
			script := tc.script
			if edits := findings[0].Fixes[0].Edits; edits[0].Path == "run.sh" {
				script = apply(script, edits)
			} else {
				src = apply(src, edits)
			}
			f, _ = Parse("Dockerfile", []byte(src), Build{})
			var argv []string
			for _, arg := range f.final().commandLine() {
				argv = append(argv, arg.text)
			}
			file := filepath.Join(t.TempDir(), "run.sh")
			if err := os.WriteFile(file, []byte(script), 0o700); err != nil {
				t.Fatal(err)
			}
			argv = onThisMachine(argv, file, script, realShells[sh])
			log := filepath.Join(t.TempDir(), "log")
			seen, err := pid1.Run(bin, log, argv, true)
			if err != nil || !seen.Told || !seen.Drained || !seen.Ended || !slices.Equal(seen.Args, tc.args) {
				t.Errorf("%q: %+v, %v, want it told, drained, and the arguments %q", argv, seen, err, tc.args)
			}
		})
	}
}

// onThisMachine puts the shell of the base image where the command line, or the script's first line, has /bin/sh.
func onThisMachine(argv []string, file, script string, sh []string) []string {
	var here []string
	for _, arg := range argv {
		switch arg {
		case "/bin/sh", "sh":
			here = append(here, sh...)
		case "/run.sh":
			if strings.HasPrefix(script, "#!/bin/sh\n") {
				here = append(here, sh...)
			}
			here = append(here, file)
		default:
			here = append(here, arg)
		}
	}
	return here
}
