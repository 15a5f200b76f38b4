package dockerfile

import (
	"regexp"

	"github.com/gracelint/gracelint"
)

var ignoredCmd = &gracelint.Rule{
	ID:       "dockerfile/ignored-cmd",
	Summary:  "ENTRYPOINT in the shell form drops CMD, and every argument that the container is given",
	Why:      "The shell form of ENTRYPOINT becomes `/bin/sh -c 'app'`. What stands in CMD, and in a pod's args, is appended to that command line, where the shell takes it for its own parameters and app never sees it: flags for a longer drain, say, have no effect and nothing says so.",
	Advice:   "Use the exec form, `ENTRYPOINT [\"app\"]`. Where a shell is needed, hand the arguments on: `ENTRYPOINT [\"sh\", \"-c\", \"exec app \\\"$@\\\"\", \"--\"]`.",
	Severity: gracelint.Warning,
}

// takesArguments matches a shell's source that asks for its parameters.
var takesArguments = regexp.MustCompile(`\$[@*0-9]|\$\{[@*0-9]`)

func checkIgnoredCmd(f *File, stage *Stage) []gracelint.Finding {
	entrypoint, cmd := stage.Entrypoint, stage.Cmd
	if entrypoint == nil || cmd == nil || !entrypoint.ShellForm || takesArguments.MatchString(entrypoint.Words[0].Text) {
		return nil
	}
	start, end := cmd.start, cmd.end
	if end == 0 {
		start, end = cmd.Words[0].start, cmd.Words[len(cmd.Words)-1].end
	}
	found := f.finding(ignoredCmd, start, end)
	found.Message = "ENTRYPOINT is in the shell form, which drops CMD: the program is started without these arguments"
	found.Advice = "write ENTRYPOINT in the exec form, as a JSON array"
	found.Related = []gracelint.Related{{Path: f.Path, Line: entrypoint.Line, Column: entrypoint.Column, Message: "this ENTRYPOINT takes no arguments"}}
	return []gracelint.Finding{found}
}
