package shell

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
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
	"trap 'kill -TERM $p; wait $p' TERM; app & p=$!; wait $p",
}

var inits = [][]string{{"tini", "--"}, {"tini", "-g", "--"}, {"dumb-init"}, {"dumb-init", "-c"}, {"timeout", "50"}}

// TestShellsDoWhatTheTableSays runs every source in every shell as PID 1 of a PID namespace, and sends SIGTERM from
// outside. It builds the app at test time: one that drains for a moment when it is told to end.
func TestShellsDoWhatTheTableSays(t *testing.T) {
	for _, tool := range []string{"tini", "dumb-init"} {
		need(t, tool)
	}
	bin := namespaces(t)
	var running sync.WaitGroup
	slots := make(chan struct{}, 16) // mostly asleep, so more than there are cores
	run := func(argv []string, sh Family) {
		want := Image{Sh: sh, Read: readFile}.Decide(argv).Outcome
		slots <- struct{}{}
		running.Go(func() {
			defer func() { <-slots }()
			got, err := measure(bin, filepath.Join(t.TempDir(), "log"), argv, want)
			switch {
			case err != nil:
				t.Errorf("%q: %v", argv, err)
			case want == Unclear:
				t.Errorf("%q: SIGTERM is %s, the model does not say what happens", argv, got)
			case want == Replaced && got == Relayed && hasInit(argv): // the app is a child, of an init alone
			case !agree(got, want):
				t.Errorf("%q: SIGTERM is %s, the model says %s", argv, got, want)
			}
		})
	}
	for _, s := range shells {
		need(t, s.argv[0])
		for _, source := range sources {
			if source == "command exec app" && s.argv[0] == "zsh" {
				continue // zsh takes exec for a program there
			}
			run(slices.Concat(s.argv, []string{"-c", source}), s.sh)
		}
		for i, source := range scripts {
			file := filepath.Join(t.TempDir(), fmt.Sprintf("script%d", i))
			if err := os.WriteFile(file, []byte("#!"+strings.Join(s.argv, " ")+"\n"+source), 0o700); err != nil {
				t.Fatal(err)
			}
			run(slices.Concat(s.argv, []string{file, "app", "arg"}), s.sh)
		}
		for _, source := range behindInit {
			for _, front := range inits {
				run(slices.Concat(front, s.argv, []string{"-c", source}), s.sh)
			}
		}
	}
	running.Wait()
}

// hasInit reports whether an init stands in the command line, or in the script that it names.
func hasInit(argv []string) bool {
	text := strings.Join(argv, " ")
	for _, arg := range argv {
		script, _ := readFile(arg)
		text += script
	}
	return slices.ContainsFunc(inits, func(front []string) bool { return strings.Contains(text, front[0]) })
}

// need says so when a tool is missing.
func need(t *testing.T, tool string) {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		missing(t, tool+" is not installed")
	}
}

// namespaces returns the folder of the app, where PID namespaces are permitted.
func namespaces(t *testing.T) string {
	t.Helper()
	bin := buildApp(t)
	if err := pid1(bin, "/dev/null", []string{"true"}).Run(); err != nil {
		missing(t, "PID namespaces are not permitted: "+err.Error())
	}
	return bin
}

func readFile(name string) (string, bool) {
	content, err := os.ReadFile(name)
	return string(content), err == nil && strings.HasPrefix(string(content), "#!")
}

// agree allows for the race in a relay that is cut: the kernel may be faster than the app's first word.
func agree(got, want Outcome) bool {
	return got == want || want == Cut && got == Killed
}

// missing fails in CI, where everything must be measured, and skips elsewhere.
func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// buildApp returns the folder of a program that writes to the file LOG what happens to it.
func buildApp(t *testing.T) string {
	t.Helper()
	bin := t.TempDir()
	source := filepath.Join(bin, "app.go")
	if err := os.WriteFile(source, []byte(appSource), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", filepath.Join(bin, "app"), source).CombinedOutput(); err != nil {
		t.Fatalf("building the app: %v\n%s", err, out)
	}
	return bin
}

const appSource = `package main

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	log, err := os.OpenFile(os.Getenv("LOG"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		panic(err)
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	if os.Getpid() == 1 {
		log.WriteString("first ")
	}
	log.WriteString("ready ")
	select {
	case <-stop:
	case <-time.After(time.Minute):
		return
	}
	log.WriteString("told ")
	time.Sleep(100 * time.Millisecond)
	log.WriteString("drained ")
}
`

// pid1 is a command whose process is PID 1 of a namespace of its own; the kernel kills the rest when it ends.
func pid1(bin, log string, argv []string) *exec.Cmd {
	cmd := exec.Command(argv[0], argv[1:]...)
	cmd.Env = []string{"PATH=" + bin + ":/usr/bin:/bin", "LOG=" + log, "X=1", "HOME=/"}
	cmd.Dir = bin
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWPID}
	return cmd
}

// measure sends SIGTERM to argv as PID 1 and says what came of it. It waits long for an end that the model expects,
// and a moment for one that it does not.
func measure(bin, log string, argv []string, expected Outcome) (Outcome, error) {
	cmd := pid1(bin, log, argv)
	if err := cmd.Start(); err != nil {
		return Unclear, err
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	defer func() { cmd.Process.Kill(); <-ended }()

	for start := time.Now(); !strings.Contains(read(log), "ready"); time.Sleep(5 * time.Millisecond) {
		if time.Since(start) > 20*time.Second {
			return Unclear, errors.New("the app did not start")
		}
	}
	time.Sleep(100 * time.Millisecond) // the shell comes to its wait
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return Unclear, err
	}
	patience := 20 * time.Second
	if expected == Ignored {
		patience = 300 * time.Millisecond
	}
	select {
	case <-ended:
	case <-time.After(patience):
		if said := read(log); strings.Contains(said, "told") {
			return Unclear, fmt.Errorf("told, but not ended: %q", said)
		}
		return Ignored, nil
	}
	switch said := read(log); {
	case strings.Contains(said, "drained") && strings.Contains(said, "first"):
		return Replaced, nil
	case strings.Contains(said, "drained"):
		return Relayed, nil
	case strings.Contains(said, "told"):
		return Cut, nil
	}
	return Killed, nil
}

func read(file string) string {
	content, _ := os.ReadFile(file)
	return string(content)
}
