package manifests

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var hookCommand = &gracelint.Rule{
	ID:       "manifests/hook-command",
	Summary:  "a preStop hook given a shell's line without a shell, or a shell given it wrongly",
	Why:      "exec runs the first word as a program, with the others as its arguments: there is no shell that would split words or know && and ;. A program called \"sleep 10\" does not exist, and `sleep 10 && …` makes sleep reject `&&`. Such a hook fails at once with FailedPreStopHook, and SIGTERM follows without the delay.",
	Advice:   "Write one word an item, `[\"sleep\", \"10\"]`, or let a shell read the line, `[\"sh\", \"-c\", \"sleep 10 && …\"]`. To wait only, `sleep: {seconds: 10}` needs no program in the image.",
	Severity: gracelint.Error,
}

func checkHookCommand(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	for pod, c := range f.hooks() {
		word, problem := brokenWord(c.PreStop.Exec)
		if problem == "" {
			continue
		}
		finding := f.finding(hookCommand, word.Position,
			fmt.Sprintf("the preStop hook of container %s in %s cannot run: %s; it fails each time, and SIGTERM comes at once", c.Name, pod, problem),
			`write one word an item, or let a shell read the line: ["sh", "-c", "…"]`)
		finding.Fault = f.HookFault(c.PreStop)
		findings = append(findings, finding)
	}
	return findings
}

var (
	// programLine is a program's name followed by arguments in the same word.
	programLine = regexp.MustCompile(`^[\w./-]+[ \t]+\S`)

	// operators are words that only a shell understands. Programs that take one as an argument are in [operands].
	operators = strings.Fields("&& || ; | & > >> < 2> 2>&1 &>")
	operands  = map[string][]string{"find": {";"}, "expr": {"|", "&", ">", "<"}, "test": {">", "<"}, "[": {">", "<"}}
)

// brokenWord returns the word of a hook's command because of which it cannot run, and why.
func brokenWord(command []Text) (Text, string) {
	if len(command) == 0 {
		return Text{}, ""
	}
	program := command[0]
	name := path.Base(program.Value)
	if programLine.MatchString(program.Value) {
		return program, fmt.Sprintf("no program is called %q, and no shell splits the words", program.Value)
	}
	if _, isShell := shell.Named(program.Value, shell.Unknown); isShell {
		return brokenShell(command)
	}
	for _, word := range command[1:] {
		if slices.Contains(operators, word.Value) && !slices.Contains(operands[name], word.Value) {
			return word, fmt.Sprintf("without a shell, %s gets %q as an argument", name, word.Value)
		}
	}
	return Text{}, ""
}

// brokenShell looks at a shell that is given a line without -c, or one word of it.
func brokenShell(command []Text) (Text, string) {
	name := path.Base(command[0].Value)
	if len(command) > 1 && programLine.MatchString(command[1].Value) && !strings.HasPrefix(command[1].Value, "-") {
		return command[1], fmt.Sprintf("without -c, %s takes %q for the name of a script", name, command[1].Value)
	}
	index, _, ok := shell.Source(values(command))
	if ok && command[index].Value == "sleep" && len(command) > index+1 {
		return command[index], fmt.Sprintf("%s is given sleep without its seconds, for what comes after the word behind -c is no part of the line", name)
	}
	return Text{}, ""
}
