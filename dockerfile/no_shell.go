package dockerfile

import (
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/gracelint/gracelint"
	"github.com/gracelint/gracelint/shell"
)

var noShell = &gracelint.Rule{
	ID:       "dockerfile/no-shell",
	Summary:  "the shell form on an image that has no shell",
	Why:      "`CMD app` means `/bin/sh -c app`. scratch and the distroless images have no /bin/sh, so the container does not start at all: every rollout with it hangs.",
	Advice:   "Use the exec form: `CMD [\"app\"]`. Nothing expands variables there, so let the program read its environment.",
	Severity: gracelint.Error,
}

// bareImages are the images that are known to have no shell, whoever publishes them.
var bareImages = regexp.MustCompile(`^scratch$|distroless|chiseled|chainguard/(static|glibc-dynamic)`)

func checkNoShell(f *File, stage *Stage) []gracelint.Finding {
	line := stage.commandLine()
	if stage.Sh != shell.NoShell || stage.foundSh || len(line) == 0 || !bareImages.MatchString(stage.Image) {
		return nil
	}
	family, isShell := shell.Named(line[0].text, shell.NoShell)
	isDebug := strings.Contains(stage.Image, "debug") // has a shell, but no /bin/sh
	if !isShell || path.Dir(line[0].text) == "/busybox" || isDebug && (line[0].text != "/bin/sh" || family != shell.NoShell) {
		return nil
	}
	cmd := line[0].cmd
	word := &cmd.Words[0]
	found := f.finding(noShell, word.start, word.end)
	if cmd.ShellForm {
		found.Message = fmt.Sprintf("%s has no %s, which the shell form of %s needs: the container does not start", stage.Image, line[0].text, cmd.Instruction)
		found.Advice = fmt.Sprintf("use the exec form: %s [\"…\"]", cmd.Instruction)
		if words := plainWords(word.Text); words != nil {
			found.Advice = fmt.Sprintf("use the exec form: %s %s", cmd.Instruction, jsonArray(words))
			found.Fixes = f.arrayFix(cmd, words)
		}
	} else {
		found.Message = fmt.Sprintf("%s has no %s: the container does not start", stage.Image, line[0].text)
		found.Advice = "start the program itself"
	}
	found.Related = []gracelint.Related{{Path: f.Path, Line: stage.From.Line, Column: stage.From.Column, Message: "the base image has no shell"}}
	return []gracelint.Finding{found}
}

// unread are words in which a shell would change nothing.
var unread = regexp.MustCompile(`^[\w ./:,@%+-][\w ./:,@%+=-]*$`)

// plainWords returns the arguments that a shell would make of the line, if it only splits it.
func plainWords(line string) []string {
	words := strings.Fields(line)
	if !unread.MatchString(line) || len(words) == 0 || strings.Contains(words[0], "=") {
		return nil
	}
	return words
}

// arrayFix writes a command in the exec form.
func (f *File) arrayFix(cmd *Command, words []string) []gracelint.Fix {
	first := &cmd.Words[0]
	if len(words) == 0 || first.offsets == nil || hasComment(f.src[first.start:first.end]) {
		return nil
	}
	return []gracelint.Fix{{
		Message: "write it in the exec form",
		Safe:    true,
		Edits:   []gracelint.Edit{{Path: f.Path, Start: first.start, End: first.end, New: jsonArray(words)}},
	}}
}
