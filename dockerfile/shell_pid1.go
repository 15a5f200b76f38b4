package dockerfile

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var shellPID1 = &gracelint.Rule{
	ID:       "dockerfile/shell-pid1",
	Summary:  "a shell stays PID 1 in front of the program, so SIGTERM does not reach it",
	Why:      "The shell form (`CMD app`) and `[\"sh\", \"-c\", \"app\"]` start a shell as PID 1. Whether the shell then replaces itself by app depends on the shell and on the command: Debian's and Ubuntu's dash never does, bash does for a simple last command but not with a redirection or a pipe, busybox ash from 1.28 on (Alpine 3.8) in most cases. A shell that stays ignores SIGTERM, because the kernel gives PID 1 no default action, and passes nothing on: the container sits out its grace period, and SIGKILL ends app with its work undone. Measured for each shell in a PID namespace.",
	Advice:   "Put `exec` before the last command: every shell then makes room for it, and variables are still expanded. Where the command needs no shell, use the exec form: `CMD [\"app\"]`.",
	Severity: gracelint.Error,
}

// usualShells are what /bin/sh is in most images of which nothing is known, the most likely to lose SIGTERM first.
var usualShells = []shell.Family{shell.Dash, shell.Bash, shell.BusyBox}

func checkShellPID1(f *File, stage *Stage) []gracelint.Finding {
	if isDevContainer(f.Path) {
		return nil
	}
	line := stage.commandLine()
	argv := make([]string, len(line))
	for i, arg := range line {
		argv[i] = arg.text
	}
	verdict := shell.Decide(argv, stage.Sh)
	certain := verdict.Outcome.Lost()
	for _, sh := range usualShells {
		if stage.Sh == shell.Unknown && !verdict.Outcome.Lost() {
			verdict = shell.Decide(argv, sh)
		}
	}
	if !verdict.Outcome.Lost() || line[verdict.Arg].word == nil {
		return nil
	}
	word := line[verdict.Arg].word
	start, end, _ := word.bytes(verdict.Start, verdict.End)
	found := f.finding(shellPID1, start, end)
	found.Message = happens(verdict)
	if !certain {
		found.Severity = gracelint.Warning
		found.Message = fmt.Sprintf("/bin/sh of %s may be one that stays PID 1, as %s does with this command: then %s", stage.Image, verdict.Shell, then(verdict))
	}
	found.Advice = advice(verdict)
	found.Related = f.decides(stage, argv, line[0])
	found.Fixes = f.execFix(word, verdict)
	return []gracelint.Finding{found}
}

// isDevContainer reports whether the file describes an editor's container, which is made to idle.
func isDevContainer(path string) bool {
	return slices.Contains(strings.Split(filepath.ToSlash(path), "/"), ".devcontainer")
}

func happens(v shell.Verdict) string {
	return fmt.Sprintf("%s stays PID 1 with %s as its child: %s", v.Shell, v.App, then(v))
}

// then says what becomes of SIGTERM.
func then(v shell.Verdict) string {
	switch v.Outcome {
	case shell.Killed:
		return fmt.Sprintf("at SIGTERM the shell ends, and the kernel kills %s at once, untold", v.App)
	case shell.Cut:
		return fmt.Sprintf("at SIGTERM it tells %[1]s but does not wait until %[1]s has ended, and the kernel kills %[1]s as it drains", v.App)
	}
	return fmt.Sprintf("SIGTERM is ignored and never reaches %s, which is killed with its work undone when the grace period is over", v.App)
}

func advice(v shell.Verdict) string {
	switch {
	case v.Wrapper:
		return fmt.Sprintf("start with `exec` the program that %[1]s starts, and not %[1]s", v.App)
	case len(v.Execs) == 0:
		return fmt.Sprintf("start %s with `exec` as the last command, outside any pipe, loop, subshell or background job", v.App)
	case len(v.Execs) > 1:
		return "put `exec` before the last command of each branch, so that it takes the shell's place"
	}
	return fmt.Sprintf("put `exec` before %[1]s, so that %[1]s takes the shell's place", v.App)
}

// decides returns the line that says which shell it is, unless the command itself names it.
func (f *File) decides(stage *Stage, argv []string, program argument) []gracelint.Related {
	switch {
	case shell.Decide(argv, shell.Unknown).Shell == shell.Unknown:
		return []gracelint.Related{{Path: f.Path, Line: stage.From.Line, Column: stage.From.Column, Message: "the base image decides what /bin/sh is"}}
	case program.word == nil:
		return []gracelint.Related{{Path: f.Path, Line: stage.SetAt.Line, Column: stage.SetAt.Column, Message: "SHELL sets the shell of the shell form"}}
	}
	return nil
}

// execFix puts exec before the commands that the verdict names, if it is known where in the file they stand.
func (f *File) execFix(word *Word, v shell.Verdict) []gracelint.Fix {
	fix := gracelint.Fix{Message: "put `exec` before " + v.App, Safe: true}
	for _, at := range v.Execs {
		start, _, ok := word.bytes(at, at+1)
		if !ok {
			return nil
		}
		fix.Edits = append(fix.Edits, gracelint.Edit{Path: f.Path, Start: start, End: start, New: "exec "})
	}
	if fix.Edits == nil {
		return nil
	}
	return []gracelint.Fix{fix}
}
