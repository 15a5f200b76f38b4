package dockerfile

import (
	"fmt"

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

func sayShell(f *File, stage *Stage, s source) gracelint.Finding {
	v := stage.PID1
	found := s.finding(shellPID1, stage)
	found.Message = fmt.Sprintf("%s stays PID 1 with %s as its child: %s", stage.shellOf(), v.App, v.Verdict.Then())
	if !v.Certain {
		found.Message = fmt.Sprintf("/bin/sh of %s may be one that stays PID 1, as %s does with this command: then %s", stage.Image, v.Shell, v.Verdict.Then())
	}
	found.Advice = v.Verdict.Advice()
	found.Related = append(f.decides(stage), stage.next()...)
	found.Fixes = s.execFix(v.Verdict)
	return found
}

// decides returns the line that says which shell it is, unless the command itself names it.
func (f *File) decides(stage *Stage) []gracelint.Related {
	line := stage.commandLine()
	argv := make([]string, len(line))
	for i, arg := range line {
		argv[i] = arg.text
	}
	switch {
	case shell.Decide(argv, shell.Unknown).Shell == shell.Unknown:
		return []gracelint.Related{{Path: f.Path, Line: stage.From.Line, Column: stage.From.Column, Message: "the base image decides what /bin/sh is"}}
	case line[0].word == nil:
		return []gracelint.Related{{Path: f.Path, Line: stage.SetAt.Line, Column: stage.SetAt.Column, Message: "SHELL sets the shell of the shell form"}}
	}
	return nil
}
