package shell

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gracelint/gracelint/testdata/need"
	"github.com/gracelint/gracelint/testdata/pid1"
)

// shells are measured again wherever the test runs; /bin/sh counts as Debian's.
var shells = []struct {
	argv []string
	sh   Family
}{
	{[]string{"dash"}, Dash},
	{[]string{"bash"}, Dash},
	{[]string{"busybox", "sh"}, BusyBox},
	{[]string{"mksh"}, Dash},
	{[]string{"ksh93"}, Dash},
	{[]string{"zsh"}, Dash},
	{[]string{"yash"}, Dash},
}

// sources are examples of every construct of the table, and of several together.
var sources = []string{
	"app", "app arg", "app a:b a%b a@b,c.d/e-f+g a!b", " app ", "VAR=1 app", `app "$X"`, "app $X", "app ~", "app;",
	"true; app # comment", "app\n", "true; app\n", "app\n\n",
	"cd / && app", "false || app", "true; app", "true\napp", "export V=1; app", "set -e; app", "exec 2>&1; app",
	"app || true", "app && true", "app; true", "true && app && true", "! app", "! exec app",
	"app | cat", "exec app | cat", "true | app", "true | exec app",
	"app > /dev/null 2>&1", "app < /dev/null", "true && app > /dev/null", "app <<EOF\nx\nEOF", "app <<EOF\nx\nEOF\n",
	"(app)", "(exec app)", "(true; app)", "true && (app)", "{ app; }", "{ true; app; }", "{ app > /dev/null; }",
	"{ app; } > /dev/null", "{ exec app; } > /dev/null",
	"if true; then app; fi", "if false; then true; else app; fi", "if true; then app; fi\n", "if true; then exec app; fi",
	"if true; then { true && app; }; fi", "case a in a) app;; esac", "case a in a) exec app;; esac",
	"for i in 1; do app; done", "for i in 1; do exec app; done", "while true; do app; done",
	"while true; do exec app; done", "while true; do app; sleep 1; done", "until app; do true; done",
	"f() { app; }; f", "f() { exec app; }; f", "eval app", "time app",
	"command app", "command exec app", "env V=1 app", "nice app", "nohup app",
	"exec app", "exec app; true", "exec app || true", "VAR=1 exec app", "cd / && exec app", "exec > /dev/null; exec app",
	"app & wait", "app & wait $!", "app & p=$!; wait $p", "app &\nwait", "sleep 9 & app", "sleep 9 &\napp", "sleep 9 & true; app", "sleep 9 & exec app",
	"trap 'true' INT; app", "trap 'true' HUP; app", "trap '' INT; app", "trap '' TERM; app", "trap 'true' INT; app & wait",
	"trap 'true' EXIT; app", "trap 'true' EXIT; app | cat", "trap 'true' EXIT; { app; }", "trap 'true' EXIT INT; app",
	"trap 'true' EXIT; app & wait", "trap 'true' EXIT; exec app",
	"trap 'exit' TERM; app", "trap 'true' TERM; exec app", "trap 'exit 0' TERM; app & wait", "trap 'true' TERM; app & wait",
	"trap 'kill -TERM $p' TERM; app & p=$!; wait $p",
	"trap 'kill -TERM $p' TERM; app & p=$!; wait $p; wait $p",
	"trap 'kill -TERM $p; wait $p' TERM; app & p=$!; wait",
	"trap 'kill $p' TERM INT; app & p=$!; wait $p; trap - TERM INT; wait $p",
	`app & p=$!; trap "kill -TERM $p" TERM; wait $p; wait $p`,
	"set -e; trap 'kill -TERM $p' TERM; app & p=$!; wait $p; wait $p",
	"stop() { kill -TERM $p; wait $p; }; trap stop TERM; app & p=$!; wait $p",
	"nice true; trap 'kill -TERM $p; wait $p' TERM; app & p=$!; wait $p",
	"trap 'kill -TERM $p; wait $p' TERM; if true; then app & p=$!; fi; wait $p",
	"trap 'kill -TERM $p; wait $p' TERM; case a in a) app & p=$!;; esac; wait $p || true",
	"start() { app & p=$!; }; trap 'kill -TERM $p; wait $p' TERM; start; wait $p",
	"app & p=$!; trap 'kill -TERM $p; wait $p' TERM; nice true; wait $p",
	"trap 'kill -TERM $p' TERM; if true; then app & p=$!; fi; nice true; wait $p",
	"if true; then app & fi; nice true; wait", "trap 'exit 0' TERM; { app & }; wait",
	"bash -c app", "exec bash -c app", "exec bash -c 'app | cat'", "exec env bash -c app",
}

// scripts are examples of script files, which are given the arguments `app arg`.
var scripts = []string{
	"app\n", "true; app\n", "true; app", "app\n\n", "app # comment\n", "app > /dev/null\n", "exec app\n", "exec > /dev/null; app\n",
	`exec "$@"` + "\n", `"$@"` + "\n", `$1` + "\n", `exec "$@" | cat` + "\n", `(exec "$@")` + "\n", `"$@" & wait` + "\n",
	"if [ \"$1\" = app ]; then exec \"$@\"; fi\napp\n", "if [ \"$1\" = other ]; then exec app; fi\n\"$@\"\n",
	"if [ $# -gt 1 ]; then true; else app; fi\nexec app\n", "case $1 in app) exec app;; esac\ntrue; app\n",
	"case \"$1\" in o*) exec app;; *) app;; esac\n", "[ \"$1\" = app ] && exec \"$@\"\napp\n", "[ -z \"$1\" ] || exec app\napp\n",
	"if [ \"${1#-}\" != \"$1\" ]; then app; else exec \"$@\"; fi\n",
	"main() {\n  true\n  exec \"$@\"\n}\nmain \"$@\"\n", "main() { app; }\nmain\n", "main() { if [ \"$1\" = x ]; then exec app; fi; app; }\nmain x\n",
	"set -- nice \"$@\"\nexec \"$@\"\n", "set -e\ntrue\nexec nice app\n", "exec nice -n 1 env A=1 timeout 50 app\n",
	"trap 'kill -TERM $p; wait $p' TERM\n\"$@\" &\np=$!\nwait $p\n", "trap 'kill -TERM $p' TERM\n\"$@\" &\np=$!\nwait $p\n",
	"trap 'exit 0' TERM\n\"$@\"\n", "exec bash -c app\n", "exec bash -c 'app | cat'\n", "exec tini -- \"$@\"\n",
}

// behindInit are sources that an init in front of the shell makes a child of PID 1.
var behindInit = []string{
	"true && app || false", "{ app; } > /dev/null; true", "exec app", "trap 'exit 0' TERM; app", "trap 'exit 0' TERM; app; true",
}

var inits = [][]string{{"tini", "--"}, {"tini", "-g", "--"}, {"dumb-init"}, {"dumb-init", "-c"}, {"timeout", "50"}}

// TestShellsDoWhatTheTableSays runs every source in every shell as PID 1 of a PID namespace, and sends SIGTERM from
// outside.
func TestShellsDoWhatTheTableSays(t *testing.T) {
	bin := pid1.Build(t)
	for _, s := range shells {
		t.Run(s.argv[0], func(t *testing.T) {
			need.Tools(t, s.argv[0])
			m := measurement{bin: bin, slots: make(chan struct{}, 16)} // mostly asleep, so more than there are cores
			for _, source := range sources {
				if source == "command exec app" && s.argv[0] == "zsh" {
					continue // zsh takes exec for a program there
				}
				m.add(t, slices.Concat(s.argv, []string{"-c", source}), s.sh)
			}
			for i, source := range scripts {
				file := filepath.Join(t.TempDir(), fmt.Sprintf("script%d", i))
				if err := os.WriteFile(file, []byte("#!"+strings.Join(s.argv, " ")+"\n"+source), 0o700); err != nil {
					t.Fatal(err)
				}
				m.add(t, slices.Concat(s.argv, []string{file, "app", "arg"}), s.sh)
			}
			for _, source := range behindInit {
				for _, front := range inits {
					m.add(t, slices.Concat(front, s.argv, []string{"-c", source}), s.sh)
				}
			}
			m.running.Wait()
			for _, tool := range slices.Sorted(maps.Keys(m.without)) {
				t.Run(fmt.Sprintf("%d that need %s", m.without[tool], tool), func(t *testing.T) { need.Tools(t, tool) })
			}
		})
	}
}

// A measurement runs command lines at the same time.
type measurement struct {
	bin     string
	slots   chan struct{}
	running sync.WaitGroup
	without map[string]int // how many were left out, by the tool that is missing
}

func (m *measurement) add(t *testing.T, argv []string, sh Family) {
	t.Helper()
	if tool := missing(argv); tool != "" {
		if m.without == nil {
			m.without = map[string]int{}
		}
		m.without[tool]++
		return
	}
	want := Image{Sh: sh, Read: readFile}.Decide(argv).Outcome
	log := filepath.Join(t.TempDir(), "log")
	m.slots <- struct{}{}
	m.running.Go(func() {
		defer func() { <-m.slots }()
		var got Outcome
		var err error
		for range 3 { // where two processes race for their end, a busy machine may let the wrong one win
			os.Remove(log)
			if got, err = outcome(m.bin, log, argv, want); err == nil && agree(got, want, argv) {
				return
			}
		}
		switch {
		case err != nil:
			t.Errorf("%q: %v", argv, err)
		case want == Unclear:
			t.Errorf("%q: SIGTERM is %s, the model does not say what happens", argv, got)
		default:
			t.Errorf("%q: SIGTERM is %s, the model says %s", argv, got, want)
		}
	})
}

// missing returns a tool that stands in the command line, or in the script that it names, and is not on PATH.
func missing(argv []string) string {
	text := textOf(argv)
	for _, tool := range []string{"bash", "tini", "dumb-init"} {
		if _, err := exec.LookPath(tool); err != nil && strings.Contains(text, tool) {
			return tool
		}
	}
	return ""
}

// TestWrappersDoWhatTheModelSays starts the app by what passes nothing on to it, alone and behind each init.
func TestWrappersDoWhatTheModelSays(t *testing.T) {
	bin := pid1.Build(t)
	manifest := `{"scripts": {"start": "app", "makes-room": "exec app"}}`
	if err := os.WriteFile(filepath.Join(bin, "package.json"), []byte(manifest), 0o600); err != nil {
		t.Fatal(err)
	}
	image := Image{Sh: Dash, Read: func(name string) (string, bool) { return manifest, name == "package.json" }}
	for _, wrapper := range []string{"npm start", "npm run makes-room", "flock /dev/null app", "xargs app"} {
		for _, front := range append(inits[:len(inits)-1:len(inits)-1], nil) {
			argv := slices.Concat(front, strings.Fields(wrapper))
			t.Run(strings.Join(argv, " "), func(t *testing.T) {
				t.Parallel()
				need.Tools(t, argv[0], strings.Fields(wrapper)[0])
				if sh, err := filepath.EvalSymlinks("/bin/sh"); strings.HasPrefix(wrapper, "npm") && (err != nil || filepath.Base(sh) != "dash") {
					need.Missing(t, "npm's shell, /bin/sh, is not dash")
				}
				want := image.Decide(argv).Outcome
				var got Outcome
				var err error
				for range 3 { // as in add
					got, err = outcome(bin, filepath.Join(t.TempDir(), "log"), argv, want)
					passed := want == Unclear && got == Relayed // of what is no shell the model says nothing then
					if err == nil && (passed || agree(got, want, argv)) {
						return
					}
				}
				t.Errorf("SIGTERM is %s (%v), the model says %s", got, err, want)
			})
		}
	}
}

// TestKill1TellsNoShell sends SIGTERM from within the namespace, as a preStop hook does: the kernel keeps it from a PID 1
// that has no trap for it, whereas any other process gets it. The signal from outside comes first, and is ignored.
func TestKill1TellsNoShell(t *testing.T) {
	bin := pid1.Build(t)
	for _, argv := range [][]string{{"dash", "-c"}, {"bash", "-c"}, {"busybox", "sh", "-c"}, {"mksh", "-c"}, {"ksh93", "-c"}, {"zsh", "-c"}, {"yash", "-c"}} {
		for kill, want := range map[string]Outcome{"kill -TERM 1": Ignored, "kill 1; kill -s QUIT 1; kill -9 1": Ignored, "kill -TERM -1": Relayed} {
			t.Run(argv[0]+" "+kill, func(t *testing.T) {
				t.Parallel()
				need.Tools(t, argv[0])
				source := "(sleep 0.25; " + kill + ") & app; true"
				if got, err := outcome(bin, filepath.Join(t.TempDir(), "log"), slices.Concat(argv, []string{source}), want); got != want || err != nil {
					t.Errorf("SIGTERM is %s (%v), want %s", got, err, want)
				}
			})
		}
	}
}

func TestEveryConstructOfTheTableIsMeasuredAgain(t *testing.T) {
	seen := map[construct]bool{pipedExec: true} // what exec makes of pipedLast
	note := func(source string, script bool) {
		w := &walk{inv: invocation{family: Bash, script: script}, source: source}
		tails, _ := w.tails()
		for _, tail := range tails {
			for _, c := range tail.constructs {
				seen[c] = true
			}
		}
	}
	for _, source := range sources {
		note(source, false)
	}
	for _, source := range scripts {
		note(source, true)
	}
	for c, row := range table {
		if !seen[construct(c)] {
			t.Errorf("no source is an example of %q", row.example)
		}
	}
}

// hasInit reports whether an init stands in the command line, or in the script that it names.
func hasInit(argv []string) bool {
	text := textOf(argv)
	return slices.ContainsFunc(inits, func(front []string) bool { return strings.Contains(text, front[0]) })
}

// textOf returns the command line, with the script that it names.
func textOf(argv []string) string {
	text := strings.Join(argv, " ")
	for _, arg := range argv {
		script, _ := readFile(arg)
		text += script
	}
	return text
}

func readFile(name string) (string, bool) {
	content, err := os.ReadFile(name)
	return string(content), err == nil && strings.HasPrefix(string(content), "#!")
}

// agree allows for the race in a relay that is cut, where the kernel may be faster than the app's first word, and for
// an init, which keeps the program that replaces a shell from being PID 1.
func agree(got, want Outcome, argv []string) bool {
	return got == want || want == Cut && got == Killed || want == Replaced && got == Relayed && hasInit(argv)
}

// outcome says what became of SIGTERM. The model tells whether it is worth waiting for an end.
func outcome(bin, log string, argv []string, expected Outcome) (Outcome, error) {
	seen, err := pid1.Run(bin, log, argv, expected != Ignored)
	switch {
	case err != nil:
		return Unclear, err
	case !seen.Ended && seen.Told:
		return Unclear, errors.New("told, but not ended")
	case !seen.Ended:
		return Ignored, nil
	case seen.Drained && seen.First:
		return Replaced, nil
	case seen.Drained:
		return Relayed, nil
	case seen.Told:
		return Cut, nil
	}
	return Killed, nil
}
