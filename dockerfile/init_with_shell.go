package dockerfile

import (
	"fmt"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var initWithShell = &gracelint.Rule{
	ID:       "dockerfile/init-with-shell",
	Summary:  "tini or dumb-init stands in front of a shell that does not exec, which is worse than no init",
	Why:      "An init passes SIGTERM on to its child, and here the child is a shell. As PID 1 that shell would have ignored the signal; as a child it dies of it, the init ends with it, and the kernel kills the program at once, without a word and without the grace period. With `tini -g`, and with dumb-init by default, the program hears SIGTERM too, but is killed as soon as the shell has died, in the middle of its drain. Measured with tini 0.19 and dumb-init 1.2.5.",
	Advice:   "Put `exec` before the program in the shell's command or script, or start it without a shell: `ENTRYPOINT [\"tini\", \"--\", \"app\"]`.",
	Severity: gracelint.Error,
}

func sayInit(_ *File, stage *Stage, s source) gracelint.Finding {
	v := stage.PID1
	found := s.finding(initWithShell, stage)
	name := stage.shellOf()
	switch v.Outcome {
	case shell.Cut:
		found.Message = fmt.Sprintf("%[1]s passes SIGTERM on to %[2]s and %[3]s alike, and ends when %[2]s has died of it: the kernel kills %[3]s as it drains", v.Init, name, v.App)
	case shell.Killed:
		found.Message = fmt.Sprintf("%[1]s passes SIGTERM on to %[2]s alone, which dies of it and does not tell %[3]s: the kernel kills %[3]s at once", v.Init, name, v.App)
	case shell.Ignored:
		found.Message = fmt.Sprintf("%[1]s passes SIGTERM on to %[2]s alone, which does not tell %[3]s: it is killed with its work undone when the grace period is over", v.Init, name, v.App)
	}
	found.Advice = v.Verdict.Advice()
	found.Fixes = s.execFix(v.Verdict)
	return found
}
