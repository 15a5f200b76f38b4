package shell

import "fmt"

// Then says what becomes of SIGTERM, for what starts as a shell and loses it.
func (v *Verdict) Then() string {
	switch v.Outcome {
	case Killed:
		return fmt.Sprintf("at SIGTERM the shell ends, and the kernel kills %s at once, untold", v.App)
	case Cut:
		return fmt.Sprintf("at SIGTERM it tells %[1]s but does not wait until %[1]s has ended, and the kernel kills %[1]s as it drains", v.App)
	}
	return fmt.Sprintf("SIGTERM is ignored and never reaches %s, which is killed with its work undone when the grace period is over", v.App)
}

// Advice says where to put exec.
func (v *Verdict) Advice() string {
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
