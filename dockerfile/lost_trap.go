package dockerfile

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var lostTrap = &gracelint.Rule{
	ID:       "dockerfile/lost-trap",
	Summary:  "a shell's trap for SIGTERM comes too late, or does not wait for the program",
	Why:      "A shell runs a trap only when the command in its foreground has ended: `trap … TERM; app` is as if there were no trap, and SIGKILL ends app with its work undone. With `app & wait` the trap runs, and then `wait` returns: a shell that has nothing more to do ends as PID 1, and the kernel kills app in the middle of its drain. Only a second `wait` after the trap lets it finish, and under `set -e` not even that, since the first `wait` counts as a failure. Measured with dash, bash, busybox ash, mksh, ksh93, zsh and yash.",
	Advice:   "Let the program take the shell's place by `exec`, and leave the trap out. If the shell has to stay, relay the signal and wait twice, without `set -e`: `trap 'kill -TERM $pid' TERM; app & pid=$!; wait $pid; wait $pid`.",
	Severity: gracelint.Warning,
}

func sayTrap(_ *File, stage *Stage, s source) gracelint.Finding {
	v := stage.PID1
	found := s.finding(lostTrap, stage)
	switch v.Outcome {
	case shell.Ignored:
		found.Message = fmt.Sprintf("the trap for TERM runs only when %[1]s has ended, because %[2]s waits for %[1]s in the foreground: SIGTERM never reaches it", v.App, stage.shellOf())
	case shell.Killed:
		found.Message = fmt.Sprintf("the trap for TERM tells %[1]s nothing, and then %[2]s ends as PID 1: the kernel kills %[1]s at once", v.App, stage.shellOf())
	case shell.Cut:
		found.Message = fmt.Sprintf("the trap for TERM tells %[1]s, but wait returns with it and %[2]s ends as PID 1: the kernel kills %[1]s as it drains", v.App, stage.shellOf())
	}
	found.Advice = fmt.Sprintf("start %s with `exec` and without the trap, or wait for it a second time after the trap, without set -e", v.App)
	return found
}
