package dockerfile

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gracelint/gracelint"
)

var stopSignal = &gracelint.Rule{
	ID:       "dockerfile/stop-signal",
	Summary:  "STOPSIGNAL names a signal that nobody can catch, or that does not exist",
	Why:      "The runtime sends STOPSIGNAL in place of SIGTERM. SIGKILL and SIGSTOP cannot be caught: with SIGKILL the program is ended at once, and the grace period is over before it began; with SIGSTOP it is frozen, and does nothing until SIGKILL comes. BuildKit refuses the name of a signal that does not exist; other builders, and numbers that are none, leave a container that cannot be told to stop.",
	Advice:   "Leave STOPSIGNAL out unless the program asks for another signal than SIGTERM, as nginx does (SIGQUIT) and postgres (SIGINT).",
	Severity: gracelint.Error,
}

var (
	uncatchable = regexp.MustCompile(`^(SIG)?(KILL|STOP)$|^(9|19)$`)
	existing    = regexp.MustCompile(`^(SIG)?(ABRT|ALRM|BUS|CHLD|CLD|CONT|FPE|HUP|ILL|INT|IO|IOT|PIPE|POLL|PROF|PWR|QUIT|SEGV|STKFLT|SYS|TERM|TRAP|TSTP|TTIN|TTOU|UNUSED|URG|USR1|USR2|VTALRM|WINCH|XCPU|XFSZ|RTMIN(\+\d{1,2})?|RTMAX(-\d{1,2})?)$|^([1-9]|[1-5]\d|6[0-4])$`)
)

func checkStopSignal(f *File, stage *Stage) []gracelint.Finding {
	signal := stage.StopSignal
	if signal == nil || strings.Contains(signal.Name, "$") {
		return nil
	}
	name := strings.ToUpper(signal.Name)
	found := f.finding(stopSignal, signal.start, signal.end)
	switch {
	case uncatchable.MatchString(name):
		found.Message = fmt.Sprintf("no program can catch %s: the container is stopped without a chance to finish its work", signal.Name)
		found.Advice = "leave STOPSIGNAL out, so that the program gets SIGTERM"
	case !existing.MatchString(name):
		found.Message = fmt.Sprintf("there is no signal %s: the image is not built, or its container cannot be told to stop", signal.Name)
		found.Advice = "name a signal such as SIGTERM, or leave STOPSIGNAL out"
	default:
		return nil
	}
	return []gracelint.Finding{found}
}
