package dockerfile

import (
	"fmt"
	"path"

	"github.com/gracelint/gracelint"
)

var scriptWithoutExec = &gracelint.Rule{
	ID:       "dockerfile/script-without-exec",
	Summary:  "the entrypoint script starts the program without exec, and stays PID 1 in front of it",
	Why:      "In a script no shell in common use makes room for the last command by itself: dash, bash, busybox ash, mksh and zsh all stay PID 1 and wait. They ignore SIGTERM, because the kernel gives PID 1 no default action, and pass nothing on: the container sits out its grace period, and SIGKILL ends the program with its work undone. Measured for each shell in a PID namespace; only ksh93 makes room.",
	Advice:   "Put `exec` before the last command: `exec \"$@\"`, `exec app`. `exec > log` alone only redirects. In a pipe or a subshell exec does not help: it replaces a child.",
	Severity: gracelint.Error,
}

func sayScript(f *File, stage *Stage, s source) gracelint.Finding {
	v := stage.PID1
	found := s.finding(scriptWithoutExec, stage)
	found.Message = fmt.Sprintf("%s (%s) starts %s without exec, so %s stays PID 1: %s", path.Base(v.Script), f.starter(stage), v.App, stage.shellOf(), v.Verdict.Then())
	found.Advice = v.Verdict.Advice()
	found.Fixes = s.execFix(v.Verdict)
	return found
}
