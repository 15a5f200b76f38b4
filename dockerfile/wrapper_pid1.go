package dockerfile

import (
	"fmt"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var wrapperPID1 = &gracelint.Rule{
	ID:       "dockerfile/wrapper-pid1",
	Summary:  "go run, npm, yarn, flock or xargs starts the program and does not pass SIGTERM on to it",
	Why:      "`go run` ends by itself at SIGTERM, and its program is killed without having heard anything, however well it would have shut down. flock and xargs pass nothing on: the program is killed when the grace period is over. npm and yarn give a script of package.json to `sh -c` and tell that shell alone: where it does not make room for the program (Debian's dash never does), the program is killed at once. An init in front mends none of it: tini tells the wrapper alone, dumb-init and `tini -g` tell the program too, but end with the wrapper, and the kernel kills the program as it drains. Measured as PID 1 and behind tini and dumb-init with go 1.26, npm 11, yarn 1.22, util-linux 2.38.",
	Advice:   "Start the program itself: build it with `go build`, write `CMD [\"node\", \"server.js\"]`. Where npm has to stay, put `exec` before the command in package.json; yarn cuts the drain even then.",
	Severity: gracelint.Error,
}

func sayWrapper(_ *File, stage *Stage, s source) gracelint.Finding {
	v := stage.PID1
	found := s.finding(wrapperPID1, stage)
	tool, _, _ := strings.Cut(v.App, " ")
	switch tool {
	case "go":
		tool = "go run"
		found.Message = "go run ends at SIGTERM, and the program that it has started is killed at once, untold"
		found.Advice = "build the program with go build, and start that"
	case "npm":
		found.Severity = gracelint.Warning
		found.Message = "npm passes SIGTERM on only to the shell that runs the script of package.json, which does not tell the program: it is killed at once"
		found.Advice = "start the program itself, or put `exec` before it in package.json"
	case "yarn":
		found.Severity = gracelint.Warning
		found.Message = "yarn does not wait for the program that the script of package.json starts: at SIGTERM yarn ends, and the program is killed before its work is done"
		found.Advice = "start the program itself"
	default:
		found.Message = fmt.Sprintf("%s passes no signal on: SIGTERM never reaches the program that it starts, which is killed with its work undone when the grace period is over", tool)
		found.Advice = fmt.Sprintf("start the program without %s", tool)
	}
	switch {
	case v.Init == "":
	case v.Outcome == shell.Cut:
		found.Message = fmt.Sprintf("%[1]s passes SIGTERM on to %[2]s and to the program that %[2]s starts alike, and ends with %[2]s, which does not wait for the program: the kernel kills it as it drains", v.Init, tool)
	default:
		found.Message = fmt.Sprintf("%[1]s passes SIGTERM on to %[2]s alone, which ends without telling the program that it has started: the kernel kills the program at once", v.Init, tool)
	}
	return found
}
