package manifests

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var shellPID1 = &gracelint.Rule{
	ID:       "manifests/shell-pid1",
	Summary:  "a command whose shell stays PID 1 in front of the program, so SIGTERM does not reach it",
	Why:      "`command: [\"sh\", \"-c\", \"app\"]` starts a shell as PID 1. Debian's and Ubuntu's dash never makes room for app, bash does for a simple last command but not with a redirection or a pipe, busybox ash from 1.28 on (Alpine 3.8) in most cases. A shell that stays ignores SIGTERM, because the kernel gives PID 1 no default action, and passes nothing on: SIGKILL ends app with its work undone when the grace period is over. Measured for each shell in a PID namespace. What the shell is, the image's name tells; where it does not, only commands on which dash, bash and busybox agree are reported by default, the others, and loops, in strict mode.",
	Advice:   "Put `exec` before the last command: every shell then makes room for it, and variables are still expanded. Where the command needs no shell, write the program and its arguments as items of `command`.",
	Severity: gracelint.Warning,
}

// usualShells are what /bin/sh is in most images of which nothing is known, the most likely to lose SIGTERM first.
var usualShells = []shell.Family{shell.Dash, shell.Bash, shell.BusyBox}

func checkShellPID1(f *File) []gracelint.Finding {
	var findings []gracelint.Finding
	work := shell.NewWork(f.size)
	for _, pod := range f.Pods {
		if pod.Job || pod.OneTree || pod.OS == "windows" {
			continue
		}
		for _, c := range pod.Containers {
			if len(c.Command) > 0 && !c.HookTellsApp() { // without a command the image's entrypoint comes first
				findings = append(findings, f.shellFinding(&pod, &c, work)...)
			}
		}
	}
	return findings
}

func (f *File) shellFinding(pod *Pod, c *Container, work *shell.Work) []gracelint.Finding {
	line := slices.Concat(c.Command, c.Args)
	argv, sh := values(line), shell.OfImage(c.Image.Value)
	verdict, certain := shell.Image{Sh: sh, Work: work}.DecideShell(argv), true
	known := verdict.Shell
	if known == shell.Unknown {
		verdict, certain = decideUnknown(argv, work)
	}
	if work.Beyond != nil && f.leftOut == nil {
		f.leftOut = []gracelint.Notice{{Kind: gracelint.Failed, Path: f.Path, Line: line[0].Line, Message: fmt.Sprintf("it is not known what the command of container %s in %s runs (%v): make it simpler", c.Name, pod, work.Beyond)}}
	}
	if !verdict.Outcome.Lost() {
		return nil
	}
	source := line[verdict.Arg]
	stays := fmt.Sprintf("in container %s of %s %s stays PID 1 with %s as its child", c.Name, pod, cmp.Or(known, "any usual shell"), verdict.App)
	if !certain {
		stays = fmt.Sprintf("the shell of container %s in %s may be one that stays PID 1, as %s does with this command", c.Name, pod, verdict.Shell)
	}
	finding := f.finding(shellPID1, source.Position, stays+": "+verdict.Then(), verdict.Advice())
	finding.Strict = !certain || loop.MatchString(source.Value)
	finding.Fixes = f.execFix(&source, verdict)
	return []gracelint.Finding{finding}
}

// loop is what runs a command again and again, such as a load test, and seldom a server.
var loop = regexp.MustCompile(`\b(while|until)\b`)

// decideUnknown returns what SIGTERM may do in an image of which nothing is known. It is certain if all the usual
// shells lose the signal.
func decideUnknown(argv []string, work *shell.Work) (verdict shell.Verdict, certain bool) {
	certain = true
	for _, usual := range usualShells {
		guess := shell.Image{Sh: usual, Work: work}.DecideShell(argv)
		certain = certain && guess.Outcome.Lost()
		if !verdict.Outcome.Lost() {
			verdict = guess
		}
	}
	return verdict, certain
}

// execFix puts exec before the commands that the verdict names, if it is known where in the file they stand.
func (f *File) execFix(source *Text, v shell.Verdict) []gracelint.Fix {
	fix := gracelint.Fix{Message: "put `exec` before " + v.App, Safe: true}
	for _, at := range v.Execs {
		start, ok := source.offset(at)
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
